import { keyOf } from '../worlds/indexed-resources.ts'
import type { Resource } from '../worlds/resource.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { compileFindMany } from './find-many.ts'
import { typeNamed, vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { read } from './read.ts'
import { compileReply } from './reply.ts'
import type { Evaluate, ResourceType, Scope, Step, Subject } from './scope.ts'
import { compileSearchById } from './search-by-id.ts'
import type { Search } from './search-by-id.ts'
import { withSubject } from './subject-in.ts'
import { subjectOf } from './subject-of.ts'
import { compileFits, compileWhere } from './where.ts'
import type { Fits } from './where.ts'
import type { ResourceIndex } from '../worlds/resource-verbs.ts'

const WORDS = ['type', 'id', 'where', 'pick', 'while', 'many', 'sort', 'page', 'else']

/** A `find`, compiled. */
export interface Find {
  readonly step: Step
  readonly type: ResourceType
  /** What it would find, without counting a read; not for many. */
  readonly peek?: (scope: Scope) => Subject | undefined
}

/** Reads `find`: the resource, or the resources, that a request asks for. A read counts for those that progress by polls, but where it is to change them. */
export function compileFind (declaration: Declaration, language: OperationLanguage, { isRead }: { isRead: boolean }): Find {
  const declared = declaration.members(WORDS, ['type'])
  const type = typeNamed(declared.type ?? declaration, language)
  if (declared.many?.flag() === true) return { type, step: compileFindMany(declared, type, language) }
  compileAll([declared.sort, declared.page], word => word?.refuse('means nothing without "many: true"'))
  const { find, fits } = compileEach({
    find: () => compileSearch(declared, type, language),
    fits: () => compileFits(declared.while, type)
  })
  return findOne(declaration, language, { type, find, fits, isRead })
}

interface Sought {
  readonly type: ResourceType
  readonly find: Search
  readonly fits: Fits
  readonly isRead: boolean
}

function findOne (declaration: Declaration, language: OperationLanguage, { find, fits, isRead, type }: Sought): Find {
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
      return resource === undefined ? { reply: notFound(scope) } : withSubject(scope, isRead ? read(resource, type, scope) : subjectOf(resource, type, scope.now))
    },
    peek: scope => {
      const resource = seek(scope)
      return resource && subjectOf(resource, type, scope.now)
    }
  }
}

function compileSearch ({ id, where }: ReturnType<Declaration['members']>, type: ResourceType, language: OperationLanguage): Search {
  if (id !== undefined) return compileSearchById(id, where, type, language)
  const conditions = compileWhere(where, type, language)
  if (conditions.length === 0) return ({ world }) => world.store.list(type.id)
  const index = language.index(type, conditions.map(([name]) => name), 'shared')
  return searchByIndex(index, conditions.map(([, value]) => value))
}

function searchByIndex (index: ResourceIndex, values: readonly Evaluate[]): Search {
  return scope => scope.world.store.listBy(index, keyOf(values.map(value => value(scope))))
}
