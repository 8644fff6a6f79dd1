import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { Part } from '../documents/walk-document.ts'
import { downgradeArray } from './downgrade-array.ts'
import { downgradeConditions } from './downgrade-conditions.ts'
import { downgradeObject } from './downgrade-object.ts'
import { downgradeTypes } from './downgrade-types.ts'
import type { Lose } from './loss.ts'
import { isWritten } from './written-schemas.ts'

/** The keywords of a schema in OpenAPI 3.0.3. */
const KEYWORDS = new Set([
  '$ref', 'title', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength', 'minLength',
  'pattern', 'maxItems', 'minItems', 'uniqueItems', 'maxProperties', 'minProperties', 'required', 'enum', 'type', 'not',
  'allOf', 'oneOf', 'anyOf', 'items', 'properties', 'additionalProperties', 'description', 'format', 'default',
  'nullable', 'discriminator', 'readOnly', 'writeOnly', 'example', 'externalDocs', 'deprecated', 'xml'
])

/**
 * Converts a schema of JSON Schema 2020-12 to an equivalent one of OpenAPI 3.0, in place, but not the schemas inside of
 * it. What cannot be said is left out, so that the schema accepts more.
 */
export function downgradeSchema ({ pointer, value: schema }: Pick<Part, 'pointer' | 'value'>, lose: Lose): void {
  if (isWritten(schema)) return
  const loseHere: Lose = (keyword, message) => lose(`${pointer}/${keyword}`, message)
  downgradeConditions(schema)
  downgradeArray(schema, loseHere)
  downgradeObject(schema, loseHere)
  downgradeLimit(schema, 'minimum', 'exclusiveMinimum')
  downgradeLimit(schema, 'maximum', 'exclusiveMaximum')
  downgradeContent(schema)
  downgradeAnnotations(schema, loseHere)
  downgradeTypes(schema)
  for (const name of Object.keys(schema)) {
    if (!KEYWORDS.has(name) && !name.startsWith('x-')) delete schema[name]
  }
  separateReference(schema)
}

/** A limit that is excluded is a boolean beside the limit, so that of two the narrower one is kept. */
function downgradeLimit (schema: JsonObject, inclusive: 'minimum' | 'maximum', exclusive: string): void {
  const excluded = schema[exclusive]
  delete schema[exclusive]
  if (typeof excluded !== 'number') return
  const included = schema[inclusive]
  const sign = inclusive === 'minimum' ? 1 : -1
  if (typeof included === 'number' && included * sign > excluded * sign) return
  schema[inclusive] = excluded
  schema[exclusive] = true
}

/** Bytes in a text are told by its format (OpenAPI 3.0.3, Data Types). */
function downgradeContent (schema: JsonObject): void {
  const { contentEncoding, contentMediaType, format, type } = schema
  if (contentEncoding === undefined && contentMediaType === undefined) return
  if (format !== undefined || (type !== undefined && type !== 'string')) return
  if (contentEncoding === 'base64') schema.format = 'byte'
  else if (contentEncoding === undefined && !isText(contentMediaType)) schema.format = 'binary'
  if (schema.format !== undefined && schema.$ref === undefined) schema.type = 'string'
}

function isText (mediaType: unknown): boolean {
  return /^text\/|json|xml/.test(String(mediaType))
}

function downgradeAnnotations (schema: JsonObject, lose: Lose): void {
  const { discriminator, examples, readOnly, writeOnly } = schema
  if (Array.isArray(examples) && examples.length > 0) schema.example ??= examples[0]
  if (readOnly === true && writeOnly === true) {
    lose('readOnly', 'a value cannot be both readOnly and writeOnly')
    delete schema.readOnly
    delete schema.writeOnly
  }
  if (isObject(discriminator)) {
    const { mapping, propertyName } = discriminator
    schema.discriminator = { propertyName, ...isObject(mapping) && { mapping } }
  }
  if (Array.isArray(schema.required) && schema.required.length === 0) delete schema.required
}

/** The members beside a reference are ignored, so it becomes one of several schemas that all apply. */
function separateReference (schema: JsonObject): void {
  const { $ref, allOf } = schema
  if ($ref === undefined || Object.keys(schema).length === 1) return
  delete schema.$ref
  schema.allOf = [{ $ref }, ...Array.isArray(allOf) ? allOf : []]
}
