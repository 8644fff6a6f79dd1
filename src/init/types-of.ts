import { exactJson } from '../exact-json.ts'
import type { SchemaReference } from '../contract/contract.ts'
import { childSchema, followSchema, isClosed, listMembers, partsOf } from './member.ts'

/** Limits how deep schemas are read, as a schema may contain itself. */
const MAX_DEPTH = 10

type Keyword = 'format' | 'pattern' | 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'default' | 'example'

/** Lists the types that a schema allows, without `null`; empty when it does not say. */
export function typesOf (reference: SchemaReference, depth = 0): string[] {
  const schema = followSchema(reference)
  const { const: only, enum: values, properties, type } = schema.definition as Record<string, unknown>
  if (typeof type === 'string') return type === 'null' ? [] : [type]
  if (Array.isArray(type)) return type.filter(name => typeof name === 'string' && name !== 'null')
  if (properties !== undefined) return ['object']
  const [value] = Array.isArray(values) ? values : [only]
  if (value !== undefined && value !== null) return [Array.isArray(value) ? 'array' : typeof value]
  if (depth > MAX_DEPTH) return []
  return [...new Set(allParts(schema).flatMap(part => typesOf(part, depth + 1)))]
}

/** Returns the one type that a schema allows; `undefined` when it allows several, or any. */
export function typeOf (schema: SchemaReference): string | undefined {
  const types = typesOf(schema)
  return types.length === 1 ? types[0] : undefined
}

/** Returns the value of a keyword, of the schema itself or else of the first part of its `allOf` that has it. */
export function keywordOf (reference: SchemaReference, keyword: Keyword, depth = 0): unknown {
  const schema = followSchema(reference)
  const { [keyword]: own } = schema.definition as Partial<Record<Keyword, unknown>>
  if (own !== undefined || depth > 5) return own
  return partsOf(schema, 'allOf')
    .map(part => keywordOf(part, keyword, depth + 1))
    .find(value => value !== undefined)
}

/** Returns whether a schema allows null. */
export function isNullable (reference: SchemaReference): boolean {
  const schema = followSchema(reference)
  const { type } = schema.definition as { type?: unknown }
  if (type === 'null' || (Array.isArray(type) && type.includes('null'))) return true
  return [...partsOf(schema, 'oneOf'), ...partsOf(schema, 'anyOf')].some(isNullable)
}

/** Returns the values of `enum` or `const`; `undefined` when a schema has neither. */
export function valuesOf (reference: SchemaReference, depth = 0): unknown[] | undefined {
  const schema = followSchema(reference)
  const { const: only, enum: values } = schema.definition as Record<string, unknown>
  if (Array.isArray(values)) return values
  if (only !== undefined) return [only]
  if (depth > 5) return undefined
  return allParts(schema)
    .map(part => valuesOf(part, depth + 1))
    .find(list => list !== undefined)
}

/** Returns the schema of a list's items. */
export function itemsOf (schema: SchemaReference): SchemaReference | undefined {
  return typeOf(schema) === 'array' ? childSchema(followSchema(schema), 'items') : undefined
}

/**
 * Returns whether values of one schema are likely valid for another, by types, values, formats and members.
 * Bounds of numbers and lengths are not compared: clients rarely send values that break them.
 */
export function fits (from: SchemaReference, to: SchemaReference, depth = 0): boolean {
  const [source, target] = [followSchema(from), followSchema(to)]
  if (source.pointer === target.pointer || depth > MAX_DEPTH) return true
  if (exactJson.stringify(source.definition) === exactJson.stringify(target.definition)) return true

  const given = typesOf(source)
  if (!typesFit(given, typesOf(target))) return false
  if (isNullable(source) && !isNullable(target)) return false
  const values = valuesOf(target)
  if (values !== undefined && valuesOf(source)?.every(value => values.includes(value)) !== true) return false
  if (typesOf(target).includes('string') && !textsFit(source, target)) return false
  return given.every(type => {
    if (type === 'object') return membersFit(source, target, depth)
    const [theirs, ours] = [itemsOf(source), itemsOf(target)]
    return type !== 'array' || ours === undefined || (theirs !== undefined && fits(theirs, ours, depth + 1))
  })
}

function typesFit (given: readonly string[], allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true
  if (given.length === 0) return false
  return given.every(type => allowed.includes(type) || (type === 'integer' && allowed.includes('number')))
}

/** Returns whether the source has the same format and pattern, as far as the target has any. */
function textsFit (source: SchemaReference, target: SchemaReference): boolean {
  return (['format', 'pattern'] as const).every(keyword => {
    const asked = keywordOf(target, keyword)
    return asked === undefined || asked === keywordOf(source, keyword)
  })
}

function membersFit (source: SchemaReference, target: SchemaReference, depth: number): boolean {
  const [given, allowed] = [listMembers(source), listMembers(target)]
  if (isClosed(target) && (!isClosed(source) || [...given.keys()].some(name => !allowed.has(name)))) return false
  return [...allowed.values()].every(member => {
    const own = given.get(member.name)
    if (own === undefined) return !member.required
    return (own.required || !member.required) && fits(own.schema, member.schema, depth + 1)
  })
}

function allParts (schema: SchemaReference): SchemaReference[] {
  return [...partsOf(schema, 'allOf'), ...partsOf(schema, 'oneOf'), ...partsOf(schema, 'anyOf')]
}
