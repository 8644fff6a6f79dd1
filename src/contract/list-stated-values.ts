import type { HeaderDefinition, OpenApiDocument } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import type { Located } from '../documents/resolve-ref.ts'

/** A value that a document states, and its place. */
export interface StatedValue {
  readonly value: unknown
  /** JSON pointer in the document. */
  readonly pointer: string
}

/** The depth of schemas below which no value is sought: they may contain themselves. */
const DEEPEST = 8

/**
 * Lists the values that a document states for a header, the preferred first: its examples, then those of its schema,
 * its default, and the only value that the schema allows.
 */
export function listStatedValues ({ examples, pointer, schema }: HeaderDefinition): StatedValue[] {
  const stated = examples.map(({ name, value }) => ({ value, pointer: `${pointer}/${placeOf(name)}` }))
  const { definition, document, pointer: at } = schema ?? {}
  if (document !== undefined && at !== undefined) stated.push(...ofSchema(document, { value: definition, pointer: at }))
  return stated.filter(({ value }) => value !== null && value !== undefined)
}

/** Returns where an example is among the members of a header; the nameless one is called `default`. */
function placeOf (name: string): string {
  return name === 'default' ? 'example' : `examples/${escapePointer(name)}`
}

function ofSchema (document: OpenApiDocument, part: StatedValue, depth = 0): StatedValue[] {
  const schema = isObject(part.value) ? resolveRef<JsonObject>(document, part.value, part.pointer) : undefined
  if (schema === undefined || depth > DEEPEST) return []
  const { pointer, value } = schema
  const own = ofKeywords(value, pointer)
  if (own.length > 0) return own
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    for (const [index, part] of listOf(value[keyword]).entries()) {
      const stated = ofSchema(document, { value: part, pointer: `${pointer}/${keyword}/${index}` }, depth + 1)
      if (stated.length > 0) return stated
    }
  }
  return ofMembers(document, schema, depth)
}

function ofKeywords (schema: JsonObject, pointer: string): StatedValue[] {
  const stated: StatedValue[] = []
  const add = (keyword: string, value: unknown): void => {
    stated.push({ value, pointer: `${pointer}/${keyword}` })
  }
  if ('example' in schema) add('example', schema.example)
  for (const [index, example] of listOf(schema.examples).entries()) add(`examples/${index}`, example)
  if ('default' in schema) add('default', schema.default)
  if ('const' in schema) add('const', schema.const)
  const values = listOf(schema.enum).filter(value => value !== null)
  if (values.length === 1) add('enum/0', values[0])
  return stated.filter(({ value }) => value !== null && value !== undefined)
}

/** Combines the values that are stated for the items of a list, or for the members of an object. */
function ofMembers (document: OpenApiDocument, { pointer, value }: Located<JsonObject>, depth: number): StatedValue[] {
  const at = (name: string, schema: unknown): StatedValue | undefined =>
    ofSchema(document, { value: schema, pointer: `${pointer}/${name}` }, depth + 1)[0]
  const item = at('items', value.items)
  if (item !== undefined) return [{ value: [item.value], pointer: item.pointer }]
  const members: JsonObject = {}
  for (const [name, schema] of Object.entries(isObject(value.properties) ? value.properties : {})) {
    const member = at(`properties/${escapePointer(name)}`, schema)
    if (member !== undefined) members[name] = member.value
  }
  const required = listOf(value.required)
  const isWhole = required.every(name => typeof name === 'string' && Object.hasOwn(members, name))
  return isWhole && Object.keys(members).length > 0 ? [{ value: members, pointer }] : []
}

function listOf (value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
