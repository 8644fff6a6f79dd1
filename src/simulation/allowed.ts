import type { Resource } from '../worlds/resource.ts'
import { compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileReply } from './reply.ts'
import type { MakeReply } from './reply.ts'
import type { ResourceType } from './scope.ts'
import { positionOf } from './position.ts'

/** In which statuses a resource can be changed or deleted, and the reply in the others. */
export interface Allowed {
  readonly isAllowed: (resource: Resource, now: number) => boolean
  readonly refuse: MakeReply | undefined
}

/** Reads `while` and `else` of a change or a deletion: one goes with the other. */
export function compileAllowed (declared: Partial<Record<string, Declaration>>, type: ResourceType, language: OperationLanguage): Allowed {
  const { else: otherwise, while: statuses } = declared
  if (statuses === undefined) otherwise?.refuse('is never answered: say "while" which statuses it can be done')
  if (otherwise === undefined) statuses?.refuse('"else" is missing: the reply in the other statuses')
  if (statuses === undefined || otherwise === undefined) return { isAllowed: () => true, refuse: undefined }
  const compiled = compileEach({
    statuses: () => new Set(statuses.words('status', [...type.statuses])),
    refuse: () => compileReply(otherwise, { language, operation: language.operation, vocabulary: vocabularyOf(language, { resource: type }), source: 'simulation' })
  })
  return { isAllowed: (resource, now) => compiled.statuses.has(positionOf(resource, type, now).status ?? ''), refuse: compiled.refuse }
}
