import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer } from './json-pointer.ts'
import { listStyle, schemaOf } from './upgrade-parameter.ts'
import type { Move } from './upgrade-schema.ts'

/** A parameter of Swagger 2.0 that is the body, or a part of a form. */
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

/** Makes a request body of OpenAPI 3 of an operation's parameters of Swagger 2.0; later ones replace earlier ones of the same name. */
export function upgradeBody (parameters: readonly BodyParameter[], place: BodyPlace): JsonObject | undefined {
  const whole = parameters.findLast(({ value }) => value.in === 'body')
  if (whole !== undefined) return toBody(whole, place)
  const fields = new Map(parameters.filter(({ value }) => typeof value.name === 'string').map(parameter => [String(parameter.value.name), parameter]))
  return fields.size === 0 ? undefined : toForm([...fields.values()], place)
}

function toBody ({ value, pointer }: BodyParameter, { consumes, to, move }: BodyPlace): JsonObject {
  const { name, in: place, schema = {}, 'x-example': example, 'x-examples': examples, ...rest } = value
  move(to, pointer)
  const names = consumes.length > 0 ? consumes : ['application/json']
  const content = Object.fromEntries(names.map(mediaType => {
    move(`${to}/content/${escapePointer(mediaType)}/schema`, `${pointer}/schema`)
    const written = isObject(examples) ? examples[mediaType] : example
    return [mediaType, { schema, ...(written === undefined ? {} : { example: written }) }]
  }))
  return { ...rest, content }
}

function toForm (fields: readonly BodyParameter[], { consumes, to, move }: BodyPlace): JsonObject {
  const [first] = fields
  if (first !== undefined) move(to, first.pointer)
  const hasFile = fields.some(({ value }) => value.type === 'file')
  const forms = consumes.filter(name => name.startsWith(MULTIPART) || (name.startsWith(URL_ENCODED) && !hasFile))
  const names = forms.length > 0 ? forms : [hasFile ? MULTIPART : URL_ENCODED]
  const required = fields.filter(({ value }) => value.required === true).map(({ value }) => value.name)
  const content = Object.fromEntries(names.map(mediaType => {
    const at = `${to}/content/${escapePointer(mediaType)}`
    for (const { value, pointer } of fields) move(`${at}/schema/properties/${escapePointer(String(value.name))}`, pointer)
    const properties = Object.fromEntries(fields.map(({ value }) => [value.name, { ...(value.description === undefined ? {} : { description: value.description }), ...schemaOf(value) }]))
    const encoding = Object.fromEntries(fields.filter(({ value }) => value.type === 'array').map(({ value }) => [value.name, { style: 'form', ...listStyle(value) }]))
    const schema = { type: 'object', properties, ...(required.length > 0 ? { required } : {}) }
    return [mediaType, { schema, ...(Object.keys(encoding).length > 0 ? { encoding } : {}) }]
  }))
  return { required: required.length > 0, content }
}
