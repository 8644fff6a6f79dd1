import type { JsonObject } from './is-object.ts'
import type { Part } from './walk-document.ts'

/** The members of a schema that only describe it, and so hold for null too. */
const ANNOTATIONS = new Set([
  'title', 'description', 'default', 'example', 'examples', 'readOnly', 'writeOnly', 'deprecated', 'externalDocs', 'xml'
])

const COMPOSITIONS = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not']

/** Records that a part was moved: its JSON pointer now, and before. */
export type Move = (to: string, from: string) => void

/**
 * Converts a schema of Swagger 2.0 or OpenAPI 3.0 to an equivalent one of JSON Schema 2020-12, in place.
 * It does not convert the schemas inside of it.
 */
export function upgradeSchema (part: Pick<Part, 'value' | 'pointer'>, move: Move): void {
  const { value: schema } = part
  if (typeof schema.$ref === 'string') leaveAnnotations(schema)
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
  if ('nullable' in schema) delete schema.nullable
  if (isNullable) allowNull(part, move)
}

/** Deletes the members beside a `$ref`, which were ignored, except annotations and `nullable`, which do no harm. */
function leaveAnnotations (schema: JsonObject): void {
  for (const name of Object.keys(schema)) {
    if (!ANNOTATIONS.has(name) && !name.startsWith('x-') && name !== '$ref' && name !== 'nullable') delete schema[name]
  }
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
