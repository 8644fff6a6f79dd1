import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { toPointer } from '../documents/resolve-ref.ts'
import { block, commentLines, memberName, quoted } from './block.ts'
import type { TypeNames, TypesSource } from './type-names.ts'
import { intersection, listOf, union } from './union.ts'

/** The context of a schema, for its references to others. */
export interface SchemaContext {
  readonly source: TypesSource
  readonly names: TypeNames
  /** The pointer of the alias that is being written, until an object or list is entered: an alias may not be itself. */
  readonly self?: string | undefined
}

/** Keywords that add further schemas to a schema. */
const COMBINATORS = ['$ref', 'allOf', 'anyOf', 'oneOf']

/** Keywords of objects, for schemas without `type`. */
const OBJECT_WORDS = ['properties', 'required', 'additionalProperties', 'patternProperties']

/** Writes a JSON Schema as a TypeScript type. Types cannot express lengths, bounds and formats. */
export function schemaType (schema: unknown, context: SchemaContext): string {
  if (schema === false) return 'never'
  if (!isObject(schema)) return 'unknown'
  const type = intersection([
    referredType(schema, context),
    ownType(schema, context),
    ...listAt(schema, 'allOf').map(part => schemaType(part, context)),
    alternatives(schema, 'anyOf', context),
    alternatives(schema, 'oneOf', context)
  ])
  return schema.nullable === true ? union([type, 'null']) : type
}

/** Writes the members of an object schema; `undefined` when the schema is more than its members, or has none. */
export function interfaceBody (schema: unknown, context: SchemaContext): string | undefined {
  if (!isObject(schema) || !isObject(schema.properties) || schema.nullable === true) return undefined
  const isMore = Array.isArray(schema.type) || [...COMBINATORS, 'enum', 'const'].some(word => word in schema)
  return isMore || listMembers(schema, context).length === 0 ? undefined : objectType(schema, context)
}

function referredType (schema: JsonObject, { source, names, self }: SchemaContext): string {
  if (typeof schema.$ref !== 'string') return 'unknown'
  const pointer = toPointer(schema.$ref)
  if (pointer === undefined || getByPointer(source.document, pointer) === undefined) return 'unknown'
  return self !== undefined && isAliasOf(pointer, self, source) ? 'unknown' : names.of(source, pointer)
}

/** Returns whether a schema contains the one at another pointer, by references and alternatives alone. */
function isAliasOf (pointer: string, target: string, { document }: TypesSource): boolean {
  const seen = new Set<string>()
  const reaches = (at: string): boolean => {
    if (at === target) return true
    if (seen.has(at)) return false
    seen.add(at)
    return directReferences(getByPointer(document, at)).some(reaches)
  }
  return reaches(pointer)
}

function directReferences (schema: unknown): string[] {
  if (!isObject(schema)) return []
  const own = typeof schema.$ref === 'string' ? toPointer(schema.$ref) : undefined
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap(word => listAt(schema, word))
  const references = parts.flatMap(directReferences)
  return own === undefined ? references : [own, ...references]
}

function ownType (schema: JsonObject, context: SchemaContext): string {
  if ('const' in schema) return literalType(schema.const)
  if (Array.isArray(schema.enum)) return union(schema.enum.map(literalType))
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? impliedType(schema)]
  return union(types.map(type => namedType(type, schema, context)))
}

function impliedType (schema: JsonObject): string | undefined {
  if (OBJECT_WORDS.some(word => word in schema)) return 'object'
  return 'items' in schema || 'prefixItems' in schema ? 'array' : undefined
}

function namedType (type: unknown, schema: JsonObject, context: SchemaContext): string {
  switch (type) {
    case 'string': return 'string'
    case 'integer':
    case 'number': return 'number'
    case 'boolean': return 'boolean'
    case 'null': return 'null'
    case 'array': return listType(schema, { ...context, self: undefined })
    case 'object': return objectType(schema, { ...context, self: undefined })
    default: return 'unknown'
  }
}

function listType (schema: JsonObject, context: SchemaContext): string {
  const items = listAt(schema, 'prefixItems').map(item => schemaType(item, context))
  const rest = listOf(schemaType(schema.items, context))
  if (items.length === 0) return rest
  if (schema.items !== false) items.push(`...${rest}`)
  return `[${items.join(', ')}]`
}

function objectType (schema: JsonObject, context: SchemaContext): string {
  const members = listMembers(schema, context)
  const others = otherMembers(schema, members.length > 0, context)
  const isTold = members.length > 0 || (others !== undefined && others !== 'unknown')
  if (isTold) {
    if (others !== undefined) members.push(`[member: string]: ${others}`)
    return block(members)
  }
  if (schema.additionalProperties === false) return 'Record<string, never>'
  // The combined schemas say more than that it is an object.
  return COMBINATORS.some(word => word in schema) ? 'unknown' : 'Record<string, unknown>'
}

function listMembers (schema: JsonObject, context: SchemaContext): string[] {
  const properties = isObject(schema.properties) ? schema.properties : {}
  const required = listAt(schema, 'required').filter(name => typeof name === 'string')
  const declared = Object.entries(properties).map(([name, property]) => {
    const mark = required.includes(name) ? '' : '?'
    const description = isObject(property) ? property.description : undefined
    return [...commentLines(description), `${memberName(name)}${mark}: ${schemaType(property, context)}`].join('\n')
  })
  const undeclared = required
    .filter(name => !Object.hasOwn(properties, name))
    .map(name => `${memberName(name)}: unknown`)
  return [...declared, ...undeclared]
}

/** Returns the type of undeclared members; `undefined` when the schema does not mention any. */
function otherMembers (schema: JsonObject, hasMembers: boolean, context: SchemaContext): string | undefined {
  const { additionalProperties: others, patternProperties: patterns } = schema
  const schemas: unknown[] = isObject(patterns) ? Object.values(patterns) : []
  if (others === true || isObject(others)) schemas.push(others)
  if (schemas.length === 0) return undefined
  // TypeScript would hold the declared members to the type as well.
  return hasMembers ? 'unknown' : union(schemas.map(schema => schemaType(schema, context)))
}

function alternatives (schema: JsonObject, word: string, context: SchemaContext): string {
  const parts = listAt(schema, word)
  return parts.length === 0 ? 'unknown' : union(parts.map(part => schemaType(part, context)))
}

function literalType (value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  return typeof value === 'object' && value !== null ? 'unknown' : String(value)
}

function listAt (schema: JsonObject, word: string): readonly unknown[] {
  const list = schema[word]
  return Array.isArray(list) ? list : []
}
