import type { ApiResponse } from '../messages/message.ts'
import { keyOf } from '../worlds/indexed-resources.ts'
import type { Resource } from '../worlds/resource.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declaration, Declared } from './declaration.ts'
import { compileFindMany } from './find-many.ts'
import { typeNamed } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { read } from './read.ts'
import { compileSimulatedReply } from './reply.ts'
import type { MakeReply } from './reply.ts'
import type { Evaluate, ResourceType, Scope, Step, Subject } from './scope.ts'
import { compileSearchById } from './search-by-id.ts'
import type { Search } from './search-by-id.ts'
import { withSubject } from './subject-in.ts'
import { subjectOf } from './subject-of.ts'
import { compileFits, compileWhere } from './where.ts'
import type { Fits } from './where.ts'
import type { ResourceIndex } from '../worlds/resource-verbs.ts'
import { FIND, PICKS } from '../vocabulary/step-words.ts'

/** A `find`, compiled. */
export interface Find {
  readonly step: Step
  readonly type: ResourceType
  /** Returns what the step would find, without counting a read; left out for many. */
  readonly peek?: (scope: Scope) => Subject | undefined
}

/**
 * Compiles `find`: the resource, or the resources, that a request asks for. `isRead` says whether it counts as
 * a read for those that progress by polls; one that is about to be changed does not.
 */
export function compileFind (
  declaration: Declaration,
  language: OperationLanguage,
  { isRead }: { isRead: boolean }
): Find {
  const declared = declaration.membersOf(FIND)
  const type = typeNamed(declared.type ?? declaration, language)
  if (declared.many?.flag() === true) return { type, step: compileFindMany(declared, type, language) }
  compileAll([declared.sort, declared.page], word => word?.refuse('has no effect without "many: true"'))
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

function findOne (
  declaration: Declaration,
  language: OperationLanguage,
  { find, fits, isRead, type }: Sought
): Find {
  const { else: otherwise, pick } = declaration.parts()
  if (otherwise === undefined) return declaration.refuse('"else" is missing: the reply when nothing is found')
  const { notFound, picksFirst } = compileEach({
    picksFirst: () => pick?.word('choice', PICKS) === 'first',
    notFound: () => compileSimulatedReply(otherwise, language)
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
      return resource === undefined
        ? { reply: refuseMissing(notFound, scope) }
        : withSubject(scope, isRead ? read(resource, type, scope) : subjectOf(resource, type, scope.now))
    },
    peek: scope => {
      const resource = seek(scope)
      return resource && subjectOf(resource, type, scope.now)
    }
  }
}

function refuseMissing (notFound: MakeReply, scope: Scope): ApiResponse {
  scope.touched.apply('find')
  return notFound(scope)
}

function compileSearch (
  { id, where }: Declared,
  type: ResourceType,
  language: OperationLanguage
): Search {
  if (id !== undefined) return compileSearchById(id, where, type, language)
  const conditions = compileWhere(where, type, language)
  if (conditions.length === 0) return ({ world }) => world.store.list(type.id)
  const index = language.index(type, conditions.map(([name]) => name), 'shared')
  return searchByIndex(index, conditions.map(([, value]) => value))
}

function searchByIndex (index: ResourceIndex, values: readonly Evaluate[]): Search {
  return scope => scope.world.store.listBy(index, keyOf(values.map(value => value(scope))))
}
