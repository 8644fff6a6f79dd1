import type { JsonObject } from './is-object.ts'
import { narrowReadings } from './narrow-readings.ts'
import { walkDocument } from './walk-document.ts'
import type { Part } from './walk-document.ts'

/** The members of a schema that only describe it, and so hold for null too. */
const ANNOTATIONS = new Set([
  'title', 'description', 'default', 'example', 'examples', 'readOnly', 'writeOnly', 'deprecated', 'externalDocs', 'xml'
])

const NOT_NULL: JsonObject = { not: { type: 'null' } }

const COMPOSITIONS = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not']

/** Records that a part was moved: its JSON pointer now, and before. */
export type Move = (to: string, from: string) => void

/**
 * Converts a schema of Swagger 2.0 or OpenAPI 3.0 to an equivalent one of JSON Schema 2020-12, in place.
 * It does not convert the schemas inside of it. Records its narrower reading where there are two.
 */
export function upgradeSchema (part: Pick<Part, 'value' | 'pointer'>, move: Move): void {
  const { value: schema } = part
  const isReference = typeof schema.$ref === 'string'
  const ignored = isReference ? takeIgnored(schema) : undefined
  if (typeof schema.exclusiveMinimum === 'boolean') upgradeLimit(schema, 'exclusiveMinimum', 'minimum')
  if (typeof schema.exclusiveMaximum === 'boolean') upgradeLimit(schema, 'exclusiveMaximum', 'maximum')
  if ('example' in schema) {
    schema.examples ??= [schema.example]
    move(`${part.pointer}/examples/0`, `${part.pointer}/example`)
    delete schema.example
  }
  if (typeof schema.discriminator === 'string') schema.discriminator = { propertyName: schema.discriminator }
  if (schema.type === 'file') Object.assign(schema, { type: 'string', format: 'binary' })
  if (Array.isArray(schema.items)) {
    schema.prefixItems = schema.items
    delete schema.items
  }
  const isNullable = schema.nullable === true || schema['x-nullable'] === true
  const excludesNull = isNullable ? !allowsNullItself(schema) : isReference && schema.nullable === false
  if ('nullable' in schema) delete schema.nullable
  if (ignored !== undefined || excludesNull) {
    narrowReadings.set(schema, { ...schema, ...ignored, ...(excludesNull && !isNullable ? NOT_NULL : {}) })
  }
  if (isNullable) allowNull(part, move)
}

/**
 * Removes the members beside a `$ref`, which were ignored, except annotations and `nullable`, which do no harm.
 * Returns them, converted; `undefined` where there are none.
 */
function takeIgnored (schema: JsonObject): JsonObject | undefined {
  const ignored: JsonObject = {}
  for (const name of Object.keys(schema)) {
    if (ANNOTATIONS.has(name) || name.startsWith('x-') || name === '$ref' || name === 'nullable') continue
    ignored[name] = schema[name]
    delete schema[name]
  }
  if (Object.keys(ignored).length === 0) return undefined
  // No later traversal of the document meets them.
  const copy = structuredClone(ignored)
  walkDocument({ components: { schemas: { copy } } }, part => {
    if (part.kind === 'schema') upgradeSchema(part, () => {})
  })
  return copy
}

/**
 * Returns whether null fits a schema with `nullable` by the standard, which lets other keywords exclude it (OpenAPI
 * 3.0.3, Schema Object, `nullable`).
 */
function allowsNullItself (schema: JsonObject): boolean {
  const isComposed = COMPOSITIONS.some(name => name in schema)
  return !isComposed && (!Array.isArray(schema.enum) || schema.enum.includes(null))
}

/** Converts `exclusiveMinimum: true`, which made `minimum` exclusive. */
function upgradeLimit (schema: JsonObject, exclusive: string, inclusive: string): void {
  if (schema[exclusive] === true && schema[inclusive] !== undefined) {
    schema[exclusive] = schema[inclusive]
    delete schema[inclusive]
  } else {
    delete schema[exclusive]
  }
}

/** Allows null. Documents mean that by `nullable`, even where other keywords of the schema exclude it. */
function allowNull ({ value: schema, pointer }: Pick<Part, 'value' | 'pointer'>, move: Move): void {
  const composed = COMPOSITIONS.filter(name => name in schema)
  if (composed.length > 0) {
    const isPlainAnyOf = composed.join() === 'anyOf' && schema.type === undefined && Array.isArray(schema.anyOf)
    if (isPlainAnyOf) schema.anyOf = [...schema.anyOf as unknown[], { type: 'null' }]
    else wrapInAnyOf(schema, pointer, move)
    return
  }
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  if (schema.type !== undefined && !types.includes('null')) schema.type = [...types, 'null']
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null]
}

/** Makes a schema the first alternative of an `anyOf`, with null as the second. */
function wrapInAnyOf (schema: JsonObject, pointer: string, move: Move): void {
  const inner: JsonObject = {}
  for (const [name, value] of Object.entries(schema)) {
    if (ANNOTATIONS.has(name) || name.startsWith('x-')) continue
    inner[name] = value
    delete schema[name]
  }
  schema.anyOf = [inner, { type: 'null' }]
  move(`${pointer}/anyOf/0`, pointer)
}
