import { isObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { toPointer } from '../documents/resolve-ref.ts'
import { block, commentLines, intersection, listOf, memberName, quoted, union } from './type-syntax.ts'
import type { TypeNames, TypesSource } from './type-names.ts'

/** Where a schema stands, for the schemas that it refers to. */
export interface SchemaContext {
  readonly source: TypesSource
  readonly names: TypeNames
  /** The pointer of the type that is being written, as long as nothing stands between: a type may not be only itself. */
  readonly self?: string | undefined
}

type Json = Readonly<Record<string, unknown>>

/** Writes a JSON Schema as a TypeScript type. What types cannot say, such as a length or a format, is left out. */
export function schemaType (schema: unknown, around: SchemaContext): string {
  if (schema === false) return 'never'
  if (!isObject(schema)) return 'unknown'
  const type = intersection([
    referredType(schema, around),
    ownType(schema, around),
    ...listAt(schema, 'allOf').map(part => schemaType(part, around)),
    alternatives(schema, 'anyOf', around),
    alternatives(schema, 'oneOf', around)
  ])
  return schema.nullable === true ? union([type, 'null']) : type
}

/** Writes the members of an object schema; `undefined` where the schema is more, or less, than its members. */
export function interfaceBody (schema: unknown, around: SchemaContext): string | undefined {
  if (!isObject(schema) || !isObject(schema.properties) || schema.nullable === true) return undefined
  const isMore = ['$ref', 'allOf', 'anyOf', 'oneOf', 'enum', 'const'].some(word => word in schema) || Array.isArray(schema.type)
  return isMore || listMembers(schema, around).length === 0 ? undefined : objectType(schema, around)
}

function referredType (schema: Json, { source, names, self }: SchemaContext): string {
  if (typeof schema.$ref !== 'string') return 'unknown'
  const pointer = toPointer(schema.$ref)
  if (pointer === undefined || getByPointer(source.document, pointer) === undefined) return 'unknown'
  return self !== undefined && leadsTo(pointer, self, source) ? 'unknown' : names.of(source, pointer)
}

/** Whether a schema is, by references and alternatives alone, the one at another pointer. */
function leadsTo (pointer: string, target: string, { document }: TypesSource): boolean {
  const seen = new Set<string>()
  const leads = (at: string): boolean => {
    if (at === target) return true
    if (seen.has(at)) return false
    seen.add(at)
    return directReferences(getByPointer(document, at)).some(leads)
  }
  return leads(pointer)
}

function directReferences (schema: unknown): string[] {
  if (!isObject(schema)) return []
  const own = typeof schema.$ref === 'string' ? toPointer(schema.$ref) : undefined
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap(word => listAt(schema, word))
  return [...own === undefined ? [] : [own], ...parts.flatMap(directReferences)]
}

function ownType (schema: Json, around: SchemaContext): string {
  if ('const' in schema) return literal(schema.const)
  if (Array.isArray(schema.enum)) return union(schema.enum.map(literal))
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? impliedType(schema)]
  return union(types.map(type => typeNamed(type, schema, around)))
}

function impliedType (schema: Json): string | undefined {
  if (['properties', 'required', 'additionalProperties', 'patternProperties'].some(word => word in schema)) return 'object'
  return 'items' in schema || 'prefixItems' in schema ? 'array' : undefined
}

function typeNamed (type: unknown, schema: Json, around: SchemaContext): string {
  switch (type) {
    case 'string': return 'string'
    case 'integer':
    case 'number': return 'number'
    case 'boolean': return 'boolean'
    case 'null': return 'null'
    case 'array': return listType(schema, { ...around, self: undefined })
    case 'object': return objectType(schema, { ...around, self: undefined })
    default: return 'unknown'
  }
}

function listType (schema: Json, around: SchemaContext): string {
  const first = listAt(schema, 'prefixItems').map(item => schemaType(item, around))
  const rest = listOf(schemaType(schema.items, around))
  return first.length === 0 ? rest : `[${[...first, ...schema.items === false ? [] : [`...${rest}`]].join(', ')}]`
}

function objectType (schema: Json, around: SchemaContext): string {
  const members = listMembers(schema, around)
  const others = otherMembers(schema, members.length > 0, around)
  if (members.length > 0) return block([...members, ...others === undefined ? [] : [`[member: string]: ${others}`]])
  if (others !== undefined && others !== 'unknown') return block([`[member: string]: ${others}`])
  if (schema.additionalProperties === false) return 'Record<string, never>'
  // Beside parts that tell more, an object is not worth saying.
  return ['$ref', 'allOf', 'anyOf', 'oneOf'].some(word => word in schema) ? 'unknown' : 'Record<string, unknown>'
}

function listMembers (schema: Json, around: SchemaContext): string[] {
  const properties = isObject(schema.properties) ? schema.properties : {}
  const required = listAt(schema, 'required').filter(name => typeof name === 'string')
  const declared = Object.entries(properties).map(([name, property]) => {
    const mark = required.includes(name) ? '' : '?'
    const description = isObject(property) ? property.description : undefined
    return [...commentLines(description), `${memberName(name)}${mark}: ${schemaType(property, around)}`].join('\n')
  })
  const undeclared = required.filter(name => !Object.hasOwn(properties, name)).map(name => `${memberName(name)}: unknown`)
  return [...declared, ...undeclared]
}

/** The type of the members that are not declared; `undefined` where nothing says that there are some. */
function otherMembers (schema: Json, isBesideDeclared: boolean, around: SchemaContext): string | undefined {
  const { additionalProperties: others, patternProperties: patterns } = schema
  const schemas = [...isObject(patterns) ? Object.values(patterns) : [], ...others === true || isObject(others) ? [others] : []]
  if (schemas.length === 0) return undefined
  // Such a member would have to fit the declared ones as well.
  return isBesideDeclared ? 'unknown' : union(schemas.map(schema => schemaType(schema, around)))
}

function alternatives (schema: Json, word: string, around: SchemaContext): string {
  const parts = listAt(schema, word)
  return parts.length === 0 ? 'unknown' : union(parts.map(part => schemaType(part, around)))
}

function literal (value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  return typeof value === 'object' && value !== null ? 'unknown' : String(value)
}

function listAt (schema: Json, word: string): readonly unknown[] {
  const list = schema[word]
  return Array.isArray(list) ? list : []
}
