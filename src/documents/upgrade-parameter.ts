import type { JsonObject } from './is-object.ts'
import type { Move } from './upgrade-schema.ts'

/** The place of a part before and after it is converted. */
export interface UpgradeOf {
  /** JSON pointer of the part now. */
  readonly to: string
  /** JSON pointer of the part before. */
  readonly from: string
  readonly move: Move
}

/** The members of parameters and headers of Swagger 2.0 that constrain the value. */
const SCHEMA_MEMBERS = [
  'type', 'format', 'items', 'default', 'enum', 'x-nullable',
  'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'multipleOf',
  'maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems'
]

/** The style of lists in a query or a form by `collectionFormat`. OpenAPI 3 lacks those that begin with `x-`. */
const STYLES: Readonly<Record<string, JsonObject>> = {
  multi: { style: 'form', explode: true },
  ssv: { style: 'spaceDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
  tsv: { style: 'x-tsv', explode: false }
}

/** The style of lists in a path or a header, which OpenAPI 3 has only with commas. */
const EXTENDED_STYLES: Readonly<Record<string, JsonObject>> = {
  ssv: { style: 'x-ssv', explode: false },
  pipes: { style: 'x-pipes', explode: false },
  tsv: { style: 'x-tsv', explode: false }
}

/** Converts a parameter of Swagger 2.0 to OpenAPI 3, except those of a body or a form. */
export function upgradeParameter (parameter: JsonObject, { to, from, move }: UpgradeOf): JsonObject {
  move(to, from)
  if (parameter.content !== undefined) return parameter
  move(`${to}/schema`, parameter.schema === undefined ? from : `${from}/schema`)
  return { ...withoutSchema(parameter), ...listStyle(parameter), schema: parameter.schema ?? schemaOf(parameter) }
}

/** Converts a header of Swagger 2.0 to OpenAPI 3. */
export function upgradeHeader (header: JsonObject, { to, from, move }: UpgradeOf): JsonObject {
  if (header.schema !== undefined || header.$ref !== undefined) return header
  move(`${to}/schema`, from)
  return { ...withoutSchema(header), schema: schemaOf(header) }
}

/** Returns the schema of a parameter or header of Swagger 2.0. */
export function schemaOf (part: JsonObject): JsonObject {
  return Object.fromEntries(SCHEMA_MEMBERS.filter(name => name in part).map(name => [name, part[name]]))
}

/** Returns the style of a list; its items are separated by commas unless its `collectionFormat` says otherwise. */
export function listStyle ({ type, in: place, collectionFormat = 'csv' }: JsonObject): JsonObject {
  if (type !== 'array') return {}
  const inQuery = place === 'query' || place === 'formData'
  return (inQuery ? STYLES : EXTENDED_STYLES)[String(collectionFormat)] ?? { explode: false }
}

function withoutSchema (part: JsonObject): JsonObject {
  const { 'x-example': example, collectionFormat, ...rest } = part
  const kept = Object.entries(rest).filter(([name]) => !SCHEMA_MEMBERS.includes(name))
  return { ...Object.fromEntries(kept), ...(example === undefined ? {} : { example }) }
}
