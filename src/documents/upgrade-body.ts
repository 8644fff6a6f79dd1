import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer } from './json-pointer.ts'
import { define } from './own-member.ts'
import { listStyle, schemaOf } from './upgrade-parameter.ts'
import type { Move } from './upgrade-schema.ts'

/** A parameter of Swagger 2.0 that is the body, or a field of a form. */
export interface BodyParameter {
  readonly value: JsonObject
  readonly pointer: string
}

interface BodyPlace {
  readonly consumes: readonly string[]
  readonly to: string
  readonly move: Move
}

const URL_ENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/**
 * Converts the body and form parameters of a Swagger 2.0 operation to a request body of OpenAPI 3.
 * Later parameters replace earlier ones of the same name. Returns `undefined` where there are none.
 */
export function upgradeBody (parameters: readonly BodyParameter[], place: BodyPlace): JsonObject | undefined {
  const body = parameters.findLast(({ value }) => value.in === 'body')
  if (body !== undefined) return toBody(body, place)
  const fields = new Map<string, BodyParameter>()
  for (const parameter of parameters) {
    if (typeof parameter.value.name === 'string') fields.set(parameter.value.name, parameter)
  }
  return fields.size === 0 ? undefined : toForm([...fields.values()], place)
}

function toBody ({ value, pointer }: BodyParameter, { consumes, to, move }: BodyPlace): JsonObject {
  const { name, in: place, schema = {}, 'x-example': example, 'x-examples': examples, ...rest } = value
  move(to, pointer)
  const content: JsonObject = {}
  for (const mediaType of consumes.length > 0 ? consumes : ['application/json']) {
    move(`${to}/content/${escapePointer(mediaType)}/schema`, `${pointer}/schema`)
    const written = isObject(examples) ? examples[mediaType] : example
    content[mediaType] = written === undefined ? { schema } : { schema, example: written }
  }
  return { ...rest, content }
}

function toForm (fields: readonly BodyParameter[], { consumes, to, move }: BodyPlace): JsonObject {
  const [first] = fields
  if (first !== undefined) move(to, first.pointer)
  const required = fields.filter(({ value }) => value.required === true).map(({ value }) => value.name)
  const content: JsonObject = {}
  for (const mediaType of listFormTypes(fields, consumes)) {
    const at = `${to}/content/${escapePointer(mediaType)}`
    for (const { value, pointer } of fields) {
      move(`${at}/schema/properties/${escapePointer(String(value.name))}`, pointer)
    }
    content[mediaType] = toFormContent(fields, required)
  }
  return { required: required.length > 0, content }
}

/** Lists the media types of a form: those of `consumes` that can carry it, or else the simplest that can. */
function listFormTypes (fields: readonly BodyParameter[], consumes: readonly string[]): string[] {
  const hasFile = fields.some(({ value }) => value.type === 'file')
  const forms = consumes.filter(name => name.startsWith(MULTIPART) || (name.startsWith(URL_ENCODED) && !hasFile))
  if (forms.length > 0) return forms
  return [hasFile ? MULTIPART : URL_ENCODED]
}

function toFormContent (fields: readonly BodyParameter[], required: readonly unknown[]): JsonObject {
  const properties: JsonObject = {}
  const encoding: JsonObject = {}
  for (const { value } of fields) {
    const name = String(value.name)
    const described = value.description === undefined ? {} : { description: value.description }
    define(properties, name, { ...described, ...fieldSchema(value) })
    if (value.type === 'array') define(encoding, name, { style: 'form', ...listStyle(value) })
  }
  const schema = { type: 'object', properties, ...(required.length > 0 ? { required } : {}) }
  return Object.keys(encoding).length > 0 ? { schema, encoding } : { schema }
}

/** Returns the schema of a field of a form, which an empty text fits where `allowEmptyValue` says so. */
function fieldSchema (field: JsonObject): JsonObject {
  const schema = schemaOf(field)
  // The text of an empty list is empty anyway, and a file is no text.
  const isExtended = field.allowEmptyValue === true && field.type !== 'array' && field.type !== 'file'
  return isExtended ? { anyOf: [schema, { const: '' }] } : schema
}
