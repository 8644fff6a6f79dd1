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

export type Members = ReadonlyMap<string, Member>

/** Schemas are nested as deep as this before nobody could say what they mean. */
const MAX_DEPTH = 20

/** The schema that a `$ref` stands for; the schema itself where it is none. */
export function followSchema (reference: SchemaReference): SchemaReference {
  const { definition, document, pointer } = reference
  if (!('$ref' in definition)) return reference
  const found = resolveRef<SchemaDefinition>(document, definition, pointer)
  return found === undefined ? reference : { ...reference, definition: found.value, pointer: found.pointer }
}

/** The schema at a member or an item of another; `undefined` where there is none. */
export function childSchema (parent: SchemaReference, ...names: string[]): SchemaReference | undefined {
  let definition: unknown = parent.definition
  for (const name of names) definition = isObject(definition) || Array.isArray(definition) ? (definition as Record<string, unknown>)[name] : undefined
  if (!isObject(definition)) return undefined
  const pointer = [parent.pointer, ...names.map(escapePointer)].join('/')
  return followSchema({ ...parent, definition, pointer })
}

/**
 * Lists the members of what a schema describes, those of all parts of an `allOf` together. Of alternatives the first is taken that has
 * members, as one is enough to answer with. Empty where it describes no objects.
 */
export function listMembers (reference: SchemaReference, depth = 0): Members {
  const schema = followSchema(reference)
  const { definition } = schema
  const members = new Map<string, Member>()
  if (depth > MAX_DEPTH) return members
  for (const part of partsOf(schema, 'allOf')) mergeInto(members, listMembers(part, depth + 1))
  const alternatives = [...partsOf(schema, 'oneOf'), ...partsOf(schema, 'anyOf')].map(part => listMembers(part, depth + 1))
  mergeInto(members, alternatives.find(({ size }) => size > 0) ?? new Map())

  const required: unknown[] = Array.isArray(definition.required) ? definition.required : []
  const own = isObject(definition.properties) ? Object.keys(definition.properties) : []
  mergeInto(members, new Map(own.flatMap(name => {
    const member = childSchema(schema, 'properties', name)
    return member === undefined ? [] : [[name, { name, schema: member, required: required.includes(name), ...directionOf(schema, name, member) }] as const]
  })))
  for (const [name, member] of members) if (required.includes(name)) members.set(name, { ...member, required: true })
  return members
}

/** The schemas in a list such as `allOf`. */
export function partsOf (schema: SchemaReference, name: 'allOf' | 'oneOf' | 'anyOf'): SchemaReference[] {
  const list: unknown = schema.definition[name]
  if (!Array.isArray(list)) return []
  return list.flatMap((_part, index) => childSchema(schema, name, String(index)) ?? [])
}

/** Tells whether objects may have no other members than those that are listed. */
export function isClosed (reference: SchemaReference): boolean {
  const schema = followSchema(reference)
  const { additionalProperties, unevaluatedProperties } = schema.definition as { additionalProperties?: unknown, unevaluatedProperties?: unknown }
  return additionalProperties === false || unevaluatedProperties === false || partsOf(schema, 'allOf').some(isClosed)
}

/** What `readOnly` and `writeOnly` say, beside a `$ref` too. */
function directionOf (parent: SchemaReference, name: string, member: SchemaReference): Pick<Member, 'readOnly' | 'writeOnly'> {
  const written: unknown = (parent.definition.properties as Record<string, unknown> | undefined)?.[name]
  const says = (word: 'readOnly' | 'writeOnly') => member.definition[word] === true || (isObject(written) && written[word] === true)
  return { readOnly: says('readOnly'), writeOnly: says('writeOnly') }
}

function mergeInto (members: Map<string, Member>, more: Members): void {
  for (const [name, member] of more) {
    const before = members.get(name)
    members.set(name, before === undefined ? member : { ...member, required: before.required || member.required, readOnly: before.readOnly || member.readOnly })
  }
}
