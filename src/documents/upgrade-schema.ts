import type { JsonObject } from './is-object.ts'
import type { Part } from './walk-document.ts'

/** What in a schema only describes it, and holds for null as well. */
const ANNOTATIONS = new Set(['title', 'description', 'default', 'example', 'examples', 'readOnly', 'writeOnly', 'deprecated', 'externalDocs', 'xml'])

const COMPOSITIONS = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not']

/** Takes note of what a part of the document was before: the first pointer leads to it now, the second did then. */
export type Move = (to: string, from: string) => void

/** Turns a schema of Swagger 2.0 or OpenAPI 3.0 into one of JSON Schema 2020-12 that means the same. It does not look into the schemas that it holds. */
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

/** Beside a `$ref` everything else was ignored; what describes, and what was meant to allow null, does no harm. */
function leaveAnnotations (schema: JsonObject): void {
  for (const name of Object.keys(schema)) {
    if (!ANNOTATIONS.has(name) && !name.startsWith('x-') && name !== '$ref' && name !== 'nullable') delete schema[name]
  }
}

/** `exclusiveMinimum: true` made `minimum` exclusive. */
function upgradeLimit (schema: JsonObject, exclusive: string, inclusive: string): void {
  if (schema[exclusive] === true && schema[inclusive] !== undefined) {
    schema[exclusive] = schema[inclusive]
    delete schema[inclusive]
  } else {
    delete schema[exclusive]
  }
}

/** Documents mean by `nullable` that the value may be null, even where other parts of the schema do not say so. */
function allowNull ({ value: schema, pointer }: Pick<Part, 'value' | 'pointer'>, move: Move): void {
  const composed = COMPOSITIONS.filter(name => name in schema)
  if (composed.length > 0) {
    if (composed.join() === 'anyOf' && schema.type === undefined && Array.isArray(schema.anyOf)) schema.anyOf = [...schema.anyOf, { type: 'null' }]
    else wrap(schema, pointer, move)
    return
  }
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  if (schema.type !== undefined && !types.includes('null')) schema.type = [...types, 'null']
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null]
}

function wrap (schema: JsonObject, pointer: string, move: Move): void {
  const inner: JsonObject = {}
  for (const [name, value] of Object.entries(schema)) {
    if (ANNOTATIONS.has(name) || name.startsWith('x-')) continue
    inner[name] = value
    delete schema[name]
  }
  schema.anyOf = [inner, { type: 'null' }]
  move(`${pointer}/anyOf/0`, pointer)
}
