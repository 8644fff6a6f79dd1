import type { DeclaredOperation } from './declared-operation.ts'
import { bodyExpression, findEqual } from './find-values.ts'
import type { CreatedResource, Scribe, Sent } from './scribe.ts'

/** Keeps the resource that a request has created, with its id as an output of the step. */
export async function keepCreated (
  scribe: Scribe,
  sent: Sent,
  { creates: type = '' }: DeclaredOperation
): Promise<CreatedResource | undefined> {
  const newest = await scribe.newest(type)
  if (newest === undefined) return undefined
  const found = findEqual(sent.body, newest.id, undefined)
  const id = found && scribe.output(sent, 'id', bodyExpression(found.pointer), found.value)
  const created = { sent, type, id, members: newest.members }
  scribe.created.set(type, created)
  return created
}
