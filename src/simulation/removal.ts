import { isObject } from '../documents/is-object.ts'
import { compileAllowed } from './allowed.ts'
import type { Declaration } from './declaration.ts'
import type { OperationLanguage } from './language.ts'
import type { ResourceType, Scope, Step, Subject } from './scope.ts'
import { deleteResource } from './seed.ts'
import { subjectIn } from './subject-in.ts'
import { REMOVAL } from '../vocabulary/step-words.ts'

/** A `delete`, compiled. */
export interface Removal {
  /** Refuses to delete a resource in a status that does not allow it. */
  readonly step: Step
  /** Deletes the resources that were found, after the reply that shows them was made. */
  readonly remove: (scope: Scope) => void
}

/** Compiles `delete`: `true`, or `{ while, else }`. */
export function compileRemoval (
  declaration: Declaration,
  type: ResourceType,
  language: OperationLanguage
): Removal {
  if (declaration.value !== true && !isObject(declaration.value)) {
    declaration.refuse('must be true, or { while, else }')
  }
  const declared = declaration.value === true ? {} : declaration.membersOf(REMOVAL)
  const { isAllowed, refuse } = compileAllowed(declared, type, language)
  return {
    step: scope => {
      const subject = subjectIn(scope)
      if (refuse === undefined || subject === undefined || isAllowed(subject.resource, scope.now)) return scope
      scope.touched.apply('delete')
      return { reply: refuse(scope) }
    },
    remove: scope => {
      for (const subject of listFound(scope)) {
        scope.emit?.('deleted', subject, scope)
        deleteResource(type, subject.resource.id, scope.world)
      }
    }
  }
}

function listFound ({ found, list }: Scope): readonly Subject[] {
  return found === undefined ? list?.subjects ?? [] : [found.subject]
}
