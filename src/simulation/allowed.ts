import type { Resource } from '../worlds/resource.ts'
import { compileEach } from './declaration.ts'
import type { Declared } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileSimulatedReply } from './reply.ts'
import type { MakeReply } from './reply.ts'
import type { ResourceType } from './scope.ts'
import { positionOf } from './position.ts'

/** The statuses in which a resource can be changed or deleted, and the reply in the others. */
export interface Allowed {
  readonly isAllowed: (resource: Resource, now: number) => boolean
  readonly refuse: MakeReply | undefined
}

/** Compiles `while` and `else` of a change or a deletion: each needs the other. */
export function compileAllowed (
  declared: Declared,
  type: ResourceType,
  language: OperationLanguage
): Allowed {
  const { else: otherwise, while: statuses } = declared
  if (statuses === undefined) otherwise?.refuse('has no effect: list the statuses that allow it under "while"')
  if (otherwise === undefined) statuses?.refuse('"else" is missing: the reply in the other statuses')
  if (statuses === undefined || otherwise === undefined) return { isAllowed: () => true, refuse: undefined }
  const compiled = compileEach({
    statuses: () => new Set(statuses.words('status', [...type.statuses])),
    refuse: () => compileSimulatedReply(otherwise, language, vocabularyOf(language, { resource: type }))
  })
  return {
    isAllowed: (resource, now) => compiled.statuses.has(positionOf(resource, type, now).status ?? ''),
    refuse: compiled.refuse
  }
}
