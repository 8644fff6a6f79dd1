import type { SchemaDefinition, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { resolveRef } from '../documents/resolve-ref.ts'

/** A member of the objects that a schema describes. */
export interface Member {
  readonly name: string
  readonly schema: SchemaReference
  readonly required: boolean
  readonly readOnly: boolean
  readonly writeOnly: boolean
}

export type SchemaMembers = ReadonlyMap<string, Member>

/** Limits the depth of nested schemas, as a schema may contain itself. */
const MAX_DEPTH = 20

/** Returns the schema that a `$ref` refers to; a schema without `$ref` is returned as it is. */
export function followSchema (reference: SchemaReference): SchemaReference {
  const { definition, document, pointer } = reference
  if (!('$ref' in definition)) return reference
  const found = resolveRef<SchemaDefinition>(document, definition, pointer)
  return found === undefined ? reference : { ...reference, definition: found.value, pointer: found.pointer }
}

/** Returns the schema at a member or an item of another; `undefined` when there is none. */
export function childSchema (parent: SchemaReference, ...names: string[]): SchemaReference | undefined {
  let definition: unknown = parent.definition
  for (const name of names) {
    const hasMembers = isObject(definition) || Array.isArray(definition)
    definition = hasMembers ? (definition as Record<string, unknown>)[name] : undefined
  }
  if (!isObject(definition)) return undefined
  const pointer = [parent.pointer, ...names.map(escapePointer)].join('/')
  return followSchema({ ...parent, definition, pointer })
}

/**
 * Lists the members of the objects that a schema describes, with those of all parts of an `allOf`. Of the
 * alternatives in `oneOf` and `anyOf` it takes the first that has members, as one is enough to respond with.
 * Empty when the schema describes no objects.
 */
export function listMembers (reference: SchemaReference, depth = 0): SchemaMembers {
  const schema = followSchema(reference)
  const members = new Map<string, Member>()
  if (depth > MAX_DEPTH) return members
  for (const part of partsOf(schema, 'allOf')) mergeInto(members, listMembers(part, depth + 1))
  const alternatives = [...partsOf(schema, 'oneOf'), ...partsOf(schema, 'anyOf')]
  const chosen = alternatives.map(part => listMembers(part, depth + 1)).find(({ size }) => size > 0)
  mergeInto(members, chosen ?? new Map())

  const { properties, required: names } = schema.definition
  const required: unknown[] = Array.isArray(names) ? names : []
  for (const name of isObject(properties) ? Object.keys(properties) : []) {
    const member = childSchema(schema, 'properties', name)
    if (member === undefined) continue
    const direction = directionOf(schema, name, member)
    mergeInto(members, new Map([[name, { name, schema: member, required: required.includes(name), ...direction }]]))
  }
  for (const [name, member] of members) if (required.includes(name)) members.set(name, { ...member, required: true })
  return members
}

/** Lists the schemas under a keyword such as `allOf`. */
export function partsOf (schema: SchemaReference, name: 'allOf' | 'oneOf' | 'anyOf'): SchemaReference[] {
  const list: unknown = schema.definition[name]
  if (!Array.isArray(list)) return []
  return list.map((_part, index) => childSchema(schema, name, String(index))).filter(part => part !== undefined)
}

/** Returns whether a schema forbids members that it does not list. */
export function isClosed (reference: SchemaReference): boolean {
  const schema = followSchema(reference)
  const { additionalProperties, unevaluatedProperties } = schema.definition as Record<string, unknown>
  if (additionalProperties === false || unevaluatedProperties === false) return true
  return partsOf(schema, 'allOf').some(isClosed)
}

/** Reads `readOnly` and `writeOnly`, which may also stand beside a `$ref`. */
function directionOf (
  parent: SchemaReference,
  name: string,
  member: SchemaReference
): Pick<Member, 'readOnly' | 'writeOnly'> {
  const written: unknown = (parent.definition.properties as Record<string, unknown> | undefined)?.[name]
  const isSet = (word: 'readOnly' | 'writeOnly') =>
    member.definition[word] === true || (isObject(written) && written[word] === true)
  return { readOnly: isSet('readOnly'), writeOnly: isSet('writeOnly') }
}

function mergeInto (members: Map<string, Member>, more: SchemaMembers): void {
  for (const [name, member] of more) {
    const before = members.get(name)
    const required = before?.required === true || member.required
    const readOnly = before?.readOnly === true || member.readOnly
    members.set(name, { ...member, required, readOnly })
  }
}
