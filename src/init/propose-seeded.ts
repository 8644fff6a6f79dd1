import type { JsonObject } from '../documents/is-object.ts'
import { proposeId } from './id-form.ts'
import { proposeFiles } from './propose-files.ts'
import type { ProposedType } from './proposed-type.ts'
import type { ResourceModel } from './resource-model.ts'
import { roleOf } from './role-of.ts'
import { selfLink } from './self-link.ts'

/** How many resources are generated for a type that no operation creates. */
const GENERATED = 10

/** Proposes a type whose resources are generated, with all that their schema says; only links lead to themselves. */
export function proposeSeeded (model: ResourceModel): ProposedType {
  const id = proposeId(model)
  const link = selfLink(model)
  const always: JsonObject = {}
  for (const member of model.members.values()) {
    if (link !== undefined && member !== model.id && roleOf(member) === 'self') always[member.name] = link
  }
  const files = proposeFiles(model, [])
  return {
    declaration: {
      ...id && { id },
      seed: { count: GENERATED },
      ...Object.keys(always).length > 0 && { always },
      ...files && { files }
    },
    shown: new Set(model.members.keys())
  }
}
