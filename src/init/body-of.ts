import type { Operation, SchemaReference } from '../contract/contract.ts'
import { FORM, isJson } from '../messages/media-type.ts'
import { followSchema, listMembers } from './member.ts'
import type { Members } from './member.ts'
import { typeOf } from './types-of.ts'
import { unwrapItem } from './success-of.ts'

/** The object that a request carries. */
export interface SentObject {
  readonly schema: SchemaReference
  readonly members: Members
  /** The members of the body in which it is wrapped: `['data']`. */
  readonly path: readonly string[]
}

/** The object in the body of an operation, with members that a thing has; `undefined` where it takes none. */
export function bodyOf ({ body }: Operation, thing: Members): SentObject | undefined {
  const content = body?.content ?? []
  const chosen = content.find(({ name }) => isJson(name)) ?? content.find(({ name }) => name === '*/*' || name === 'application/*') ?? content.find(({ name }) => name === FORM || name === 'multipart/form-data')
  const { schema } = chosen ?? {}
  if (schema === undefined || typeOf(schema) !== 'object') return undefined
  const own = { schema: followSchema(schema), members: listMembers(schema), path: [] }
  if ([...own.members.keys()].some(name => thing.has(name))) return own
  const inner = unwrapItem(schema)
  return inner === undefined || inner.path.length === 0 ? own : { schema: inner.schema, members: listMembers(inner.schema), path: inner.path }
}
