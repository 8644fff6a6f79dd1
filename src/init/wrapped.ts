import type { MediaType, Operation, SchemaReference } from '../contract/contract.ts'
import { FORM, isJson } from '../messages/media-type.ts'
import { followSchema, listMembers } from './member.ts'
import type { Member, SchemaMembers } from './member.ts'
import { itemsOf, typeOf } from './types-of.ts'

/** A schema within another, with the names of the members around it: `['data']`. */
export interface Wrapped {
  readonly schema: SchemaReference
  readonly path: readonly string[]
}

/** The object in a request body. */
export interface SentObject extends Wrapped {
  readonly members: SchemaMembers
}

/** Names of members that hold the content of a response. */
const WRAPPERS = [
  'data', 'result', 'results', 'item', 'items', 'response', 'payload', 'resource',
  'value', 'values', 'content', 'records', 'entries', 'rows', 'list', 'body'
]

/** Matches names of members that identify one of many resources. */
const IDS = /^(id|_id|uuid|guid|key|slug)$|id$/i

/** Returns the object that a response is about: its body, or the object that is wrapped in it. */
export function unwrapItem (schema: SchemaReference, depth = 0): Wrapped | undefined {
  if (typeOf(schema) !== 'object') return undefined
  const members = [...listMembers(schema).values()]
  const objects = members.filter(member => typeOf(member.schema) === 'object' && listMembers(member.schema).size > 0)
  const only = members.length === 1 ? objects[0] : undefined
  const wrapper = objects.find(({ name }) => WRAPPERS.includes(name.toLowerCase())) ?? only
  const isWrapper = wrapper !== undefined && depth < 2 && !members.some(({ name }) => IDS.test(name))
  if (!isWrapper) return { schema: followSchema(schema), path: [] }
  const inner = unwrapItem(wrapper.schema, depth + 1)
  return inner && { schema: inner.schema, path: [wrapper.name, ...inner.path] }
}

/** Returns the items of the list in a response: of its body, or of a list that is wrapped in it. */
export function unwrapList (schema: SchemaReference, names: readonly string[] = [], depth = 0): Wrapped | undefined {
  const items = itemsOf(schema)
  if (items !== undefined) return { schema: items, path: [] }
  if (typeOf(schema) !== 'object' || depth > 2) return undefined
  const members = [...listMembers(schema).values()]
  const list = chooseList(members, [...names, ...WRAPPERS])
  const found = list && itemsOf(list.schema)
  if (list !== undefined && found !== undefined) return { schema: found, path: [list.name] }
  for (const member of members) {
    if (!WRAPPERS.includes(member.name.toLowerCase()) && member.name !== '_embedded') continue
    const inner = unwrapList(member.schema, names, depth + 1)
    if (inner !== undefined) return { schema: inner.schema, path: [member.name, ...inner.path] }
  }
  return undefined
}

/** Returns the first member, by the order of the names, that is a list of objects; else the only list. */
function chooseList (members: readonly Member[], names: readonly string[]): Member | undefined {
  const lists = members.filter(({ schema }) => {
    const items = itemsOf(schema)
    return items !== undefined && typeOf(items) === 'object'
  })
  const named = names
    .map(name => lists.find(member => member.name.toLowerCase() === name.toLowerCase()))
    .find(one => one !== undefined)
  return named ?? (lists.length === 1 ? lists[0] : undefined)
}

/** Returns the object in the body of an operation that shares members with a resource; `undefined` without a body. */
export function bodyOf (operation: Operation, resource: SchemaMembers): SentObject | undefined {
  const schema = bodySchema(operation)
  if (schema === undefined || typeOf(schema) !== 'object') return undefined
  const own = { schema: followSchema(schema), members: listMembers(schema), path: [] }
  if ([...own.members.keys()].some(name => resource.has(name))) return own
  const inner = unwrapItem(schema)
  if (inner === undefined || inner.path.length === 0) return own
  return { ...inner, members: listMembers(inner.schema) }
}

/** Returns the schema of a body in JSON, else in any media type, else in a form. */
function bodySchema ({ body }: Operation): SchemaReference | undefined {
  const kinds: Array<(content: MediaType) => boolean> = [
    ({ name }) => isJson(name),
    ({ name }) => name === '*/*' || name === 'application/*',
    ({ name }) => name === FORM || name === 'multipart/form-data'
  ]
  for (const isKind of kinds) {
    const content = body?.content.find(isKind)
    if (content !== undefined) return content.schema
  }
  return undefined
}
