import type { SchemaReference } from '../contract/contract.ts'
import { childSchema, followSchema, isClosed, listMembers, partsOf } from './member.ts'

/** The types that a schema lets pass, as far as it says; empty where it does not. `null` is not among them. */
export function typesOf (reference: SchemaReference, depth = 0): string[] {
  const schema = followSchema(reference)
  const { const: only, enum: values, properties, type } = schema.definition as { const?: unknown, enum?: unknown, properties?: unknown, type?: unknown }
  if (typeof type === 'string') return type === 'null' ? [] : [type]
  if (Array.isArray(type)) return type.filter(name => typeof name === 'string' && name !== 'null')
  if (properties !== undefined) return ['object']
  const [value] = Array.isArray(values) ? values : [only]
  if (value !== undefined && value !== null) return [Array.isArray(value) ? 'array' : typeof value]
  if (depth > 10) return []
  const parts = [...partsOf(schema, 'allOf'), ...partsOf(schema, 'oneOf'), ...partsOf(schema, 'anyOf')]
  return [...new Set(parts.flatMap(part => typesOf(part, depth + 1)))]
}

/** The one type that a schema lets pass; `undefined` where there are several, or any. */
export function typeOf (schema: SchemaReference): string | undefined {
  const types = typesOf(schema)
  return types.length === 1 ? types[0] : undefined
}

/** What a schema says under a keyword, in itself or in a part of its `allOf`. */
export function keywordOf (reference: SchemaReference, keyword: 'format' | 'pattern' | 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'default' | 'example', depth = 0): unknown {
  const schema = followSchema(reference)
  const { [keyword]: own } = schema.definition as Partial<Record<typeof keyword, unknown>>
  if (own !== undefined || depth > 5) return own
  return partsOf(schema, 'allOf').map(part => keywordOf(part, keyword, depth + 1)).find(value => value !== undefined)
}

/** Whether null will do. */
export function isNullable (reference: SchemaReference): boolean {
  const schema = followSchema(reference)
  const { type } = schema.definition as { type?: unknown }
  if (type === 'null' || (Array.isArray(type) && type.includes('null'))) return true
  return [...partsOf(schema, 'oneOf'), ...partsOf(schema, 'anyOf')].some(isNullable)
}

/** The values that a schema lists; `undefined` where it lists none. */
export function valuesOf (reference: SchemaReference, depth = 0): unknown[] | undefined {
  const schema = followSchema(reference)
  const { const: only, enum: values } = schema.definition as { const?: unknown, enum?: unknown }
  if (Array.isArray(values)) return values
  if (only !== undefined) return [only]
  const parts = depth > 5 ? [] : [...partsOf(schema, 'allOf'), ...partsOf(schema, 'oneOf'), ...partsOf(schema, 'anyOf')]
  return parts.map(part => valuesOf(part, depth + 1)).find(list => list !== undefined)
}

/** The schema of a list's items. */
export function itemsOf (schema: SchemaReference): SchemaReference | undefined {
  return typeOf(schema) === 'array' ? childSchema(followSchema(schema), 'items') : undefined
}

/**
 * Whether values that one schema lets pass may be taken to fit another, by their types, values, formats and members.
 * Bounds of numbers and lengths are not compared: what is sent and breaks them is rare.
 */
export function fits (from: SchemaReference, to: SchemaReference, depth = 0): boolean {
  const [source, target] = [followSchema(from), followSchema(to)]
  if (source.pointer === target.pointer || depth > 10) return true
  if (JSON.stringify(source.definition) === JSON.stringify(target.definition)) return true

  const [given, taken] = [typesOf(source), typesOf(target)]
  if (taken.length > 0 && (given.length === 0 || !given.every(type => taken.includes(type) || (type === 'integer' && taken.includes('number'))))) return false
  if (isNullable(source) && !isNullable(target)) return false
  const values = valuesOf(target)
  if (values !== undefined && valuesOf(source)?.every(value => values.includes(value)) !== true) return false
  if (taken.includes('string') && (['format', 'pattern'] as const).some(keyword => differs(keywordOf(target, keyword), keywordOf(source, keyword)))) return false
  return given.every(type => {
    if (type === 'object') return membersFit(source, target, depth)
    const [theirs, ours] = [itemsOf(source), itemsOf(target)]
    return type !== 'array' || ours === undefined || (theirs !== undefined && fits(theirs, ours, depth + 1))
  })
}

function membersFit (source: SchemaReference, target: SchemaReference, depth: number): boolean {
  const [given, taken] = [listMembers(source), listMembers(target)]
  if (isClosed(target) && (!isClosed(source) || [...given.keys()].some(name => !taken.has(name)))) return false
  return [...taken.values()].every(member => {
    const own = given.get(member.name)
    if (own === undefined) return !member.required
    return (own.required || !member.required) && fits(own.schema, member.schema, depth + 1)
  })
}

/** What is asked for and not given alike. */
function differs (asked: unknown, given: unknown): boolean {
  return asked !== undefined && asked !== given
}
