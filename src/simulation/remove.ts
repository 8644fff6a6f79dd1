import { isObject } from '../documents/is-object.ts'
import { compileAllowed } from './allowed.ts'
import type { Declaration } from './declaration.ts'
import type { OperationLanguage } from './language.ts'
import type { ResourceType, Scope, Step } from './scope.ts'
import { deleteResource } from './seed.ts'

/** A `delete`, compiled. */
export interface Removal {
  /** Refuses what cannot be deleted in its present status. */
  readonly step: Step
  /** Deletes what was found, once the reply that speaks of it has been made. */
  readonly remove: (scope: Scope) => void
}

/** Reads `delete`: `true`, or `{ while, else }`. */
export function compileRemoval (declaration: Declaration, type: ResourceType, language: OperationLanguage): Removal {
  if (declaration.value !== true && !isObject(declaration.value)) declaration.refuse('must be true, or { while, else }')
  const declared = declaration.value === true ? {} : declaration.members(['while', 'else'], ['while', 'else'])
  const { isAllowed, refuse } = compileAllowed(declared, type, language)
  return {
    step: scope => {
      const { now, subject } = scope
      if (refuse === undefined || subject === undefined || isAllowed(subject.resource, now)) return scope
      return { reply: refuse(scope) }
    },
    remove: scope => {
      const { subject, subjects = [], world } = scope
      for (const gone of subject === undefined ? subjects : [subject]) {
        scope.emit?.('deleted', gone, scope)
        deleteResource(type, gone.resource.id, world)
      }
    }
  }
}
