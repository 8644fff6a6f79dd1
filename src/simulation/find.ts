import { keyOf } from '../worlds/indexed-resources.ts'
import type { Resource } from '../worlds/resource.ts'
import type { ResourceIndex } from '../worlds/store.ts'
import { countRead, positionOf } from './course.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import type { Evaluate } from './expression.ts'
import { typeNamed, vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileReply } from './reply.ts'
import type { ResourceType } from './resource-type.ts'
import type { Scope, Subject } from './scope.ts'
import type { Step } from './step.ts'
import { subjectOf } from './subject.ts'
import { compileTemplate } from './template.ts'

const WORDS = ['type', 'id', 'where', 'pick', 'while', 'many', 'else']

/** A `find`, compiled. */
export interface Find {
  readonly step: Step
  readonly type: ResourceType
  /** What it would find, without counting a read; not for many. */
  readonly peek?: (scope: Scope) => Subject | undefined
}

/** Reads `find`: the resource, or the resources, that a request asks for. A read counts for those that progress by polls. */
export function compileFind (declaration: Declaration, language: OperationLanguage): Find {
  const declared = declaration.members(WORDS, ['type'])
  const type = typeNamed(declared.type ?? declaration, language)
  const isMany = declared.many?.flag() ?? false
  const { find, fits } = compileEach({
    find: () => compileSearch(declared, type, language),
    fits: () => compileFits(declared.while, type)
  })
  if (!isMany) return findOne(declaration, language, { type, find, fits })
  compileAll([declared.pick, declared.else], word => word?.refuse('means nothing beside "many": all that are found are given, or an empty list'))
  return { type, step: scope => ({ ...scope, subjects: find(scope).filter(resource => fits(resource, scope)).map(resource => read(resource, type, scope)) }) }
}

/** `where` of a declaration: names of members, each with the value that it must equal. */
export function compileWhere (declaration: Declaration | undefined, type: ResourceType, language: OperationLanguage): Array<[name: string, value: Evaluate]> {
  return compileAll(declaration?.entries() ?? [], ([name, value]) => {
    if (name === type.idMember) value.refuse(`"${name}" is the id of ${type.id}, which "where" does not look at: find by "id"`)
    if (name === type.statusMember) value.refuse(`"${name}" is the status of ${type.id}, which "where" does not look at: use "while"`)
    if (type.stored?.includes(name) === false) value.refuseWord(`member of ${type.id} as it is created`, name, type.stored)
    return [name, compileTemplate(value, vocabularyOf(language))]
  })
}

type Fits = (resource: Resource, scope: Scope) => boolean

function compileFits (declaration: Declaration | undefined, type: ResourceType): Fits {
  if (declaration === undefined) return () => true
  const statuses = new Set(declaration.words('status', [...type.statuses]))
  return (resource, { now }) => statuses.has(positionOf(resource, type, now).status ?? '')
}

interface Sought {
  readonly type: ResourceType
  readonly find: Search
  readonly fits: Fits
}

function findOne (declaration: Declaration, language: OperationLanguage, { find, fits, type }: Sought): Find {
  const { else: otherwise, pick } = declaration.parts()
  if (otherwise === undefined) return declaration.refuse('"else" is missing: the reply when nothing is found')
  const { notFound, picksFirst } = compileEach({
    picksFirst: () => pick?.word('choice', ['latest', 'first']) === 'first',
    notFound: () => compileReply(otherwise, { language, operation: language.operation, vocabulary: vocabularyOf(language), source: 'simulation' })
  })
  const seek = (scope: Scope): Resource | undefined => {
    const found = find(scope)
    const isSought = (resource: Resource) => fits(resource, scope)
    return picksFirst ? found.find(isSought) : found.findLast(isSought)
  }
  return {
    type,
    step: scope => {
      const resource = seek(scope)
      return resource === undefined ? { reply: notFound(scope) } : { ...scope, subject: read(resource, type, scope) }
    },
    peek: scope => {
      const resource = seek(scope)
      return resource && subjectOf(resource, type, scope.now)
    }
  }
}

type Search = (scope: Scope) => readonly Resource[]

function compileSearch ({ id, where }: ReturnType<Declaration['members']>, type: ResourceType, language: OperationLanguage): Search {
  const conditions = compileWhere(where, type, language)
  if (id !== undefined) return searchById(compileTemplate(id, vocabularyOf(language)), type, conditions)
  if (conditions.length === 0) return ({ world }) => world.store.list(type.id)
  const index = language.index(type, conditions.map(([name]) => name), 'shared')
  return searchByIndex(index, conditions.map(([, value]) => value))
}

function searchById (id: Evaluate, type: ResourceType, conditions: Array<[name: string, value: Evaluate]>): Search {
  return scope => {
    const value = id(scope) ?? []
    const ids = new Set((Array.isArray(value) ? value : [value]).map(String))
    const found: Resource[] = []
    for (const id of ids) {
      const resource = scope.world.store.get(type.id, id)
      if (typeof resource === 'object' && holds(resource, conditions, scope)) found.push(resource)
    }
    return found
  }
}

function holds (resource: Resource, conditions: Array<[name: string, value: Evaluate]>, scope: Scope): boolean {
  return conditions.every(([name, value]) => keyOf([resource.members[name] ?? resource.hidden[name]]) === keyOf([value(scope)]))
}

function searchByIndex (index: ResourceIndex, values: readonly Evaluate[]): Search {
  return scope => scope.world.store.listBy(index, keyOf(values.map(value => value(scope))))
}

function read (resource: Resource, type: ResourceType, scope: Scope): ReturnType<typeof subjectOf> {
  if (countRead(resource, type, scope.now)) scope.world.moved(resource)
  return subjectOf(resource, type, scope.now)
}
