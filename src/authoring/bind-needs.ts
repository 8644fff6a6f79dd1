import { MASK } from '../schemas/mask-text.ts'
import type { DeclaredNeed, DeclaredOperation } from './declared-operation.ts'
import { boundIn, setAt, valueAt } from './request-draft.ts'
import type { RequestDraft } from './request-draft.ts'
import type { CreatedResource, Scribe } from './scribe.ts'

/** Puts what was created into a request: its id, and the members by which it is found. */
export function bindNeeds (draft: RequestDraft, declared: DeclaredOperation, { created }: Scribe): RequestDraft {
  let bound = draft
  for (const { id, type } of listNeeds(declared)) {
    const resource = created.get(type)
    if (resource?.id === undefined) continue
    const isList = Array.isArray(valueAt(bound, id))
    bound = setAt(bound, id, isList ? [resource.id] : resource.id)
  }
  const { find } = declared
  const found = find && created.get(find.type)
  for (const [member, expression] of Object.entries(find?.where ?? {})) {
    const value = found && memberValue(found, member)
    if (value !== undefined) bound = setAt(bound, expression, value)
  }
  return bound
}

/** Lists the resources that a request of an operation names. */
export function listNeeds ({ find, requires }: DeclaredOperation): DeclaredNeed[] {
  return [...requires, ...find === undefined ? [] : [find]]
}

/** Returns a member of a resource; bound as in the request that created it. */
function memberValue ({ members, sent: { draft } }: CreatedResource, member: string): unknown {
  const value = members[member]
  // The admin API masks credentials.
  if (value === MASK) return undefined
  return boundIn(draft).find(bound => bound.value === value) ?? value
}
