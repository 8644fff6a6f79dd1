import type { JsonObject } from './is-object.ts'
import type { Move } from './upgrade-schema.ts'

export interface UpgradeOf {
  /** JSON pointer that the part has now. */
  readonly to: string
  /** JSON pointer that it had. */
  readonly from: string
  readonly move: Move
}

/** The members of parameters and headers of Swagger 2.0 that say what the value must be. */
const SCHEMA_MEMBERS = [
  'type', 'format', 'items', 'default', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength', 'minLength', 'pattern',
  'maxItems', 'minItems', 'uniqueItems', 'enum', 'multipleOf', 'x-nullable'
]

/** How lists are written, by `collectionFormat`; what OpenAPI 3 cannot say is written with commas. */
const STYLES: Readonly<Record<string, JsonObject>> = {
  csv: { explode: false },
  multi: { style: 'form', explode: true },
  ssv: { style: 'spaceDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false }
}

/** Gives a parameter of Swagger 2.0 the form of OpenAPI 3; not one in the body or in a form. */
export function upgradeParameter (parameter: JsonObject, { to, from, move }: UpgradeOf): JsonObject {
  move(to, from)
  if (parameter.content !== undefined) return parameter
  move(`${to}/schema`, parameter.schema === undefined ? from : `${from}/schema`)
  return { ...withoutSchema(parameter), ...listStyle(parameter), schema: parameter.schema ?? schemaOf(parameter) }
}

/** Gives a header of Swagger 2.0 the form of OpenAPI 3. */
export function upgradeHeader (header: JsonObject, { to, from, move }: UpgradeOf): JsonObject {
  if (header.schema !== undefined || header.$ref !== undefined) return header
  move(`${to}/schema`, from)
  return { ...withoutSchema(header), schema: schemaOf(header) }
}

/** What a parameter or header of Swagger 2.0 says of its value. */
export function schemaOf (part: JsonObject): JsonObject {
  return Object.fromEntries(SCHEMA_MEMBERS.filter(name => name in part).map(name => [name, part[name]]))
}

/** How a list is written in a query or a form. */
export function listStyle ({ type, in: place, collectionFormat = 'csv' }: JsonObject): JsonObject {
  if (type !== 'array') return {}
  const inQuery = place === 'query' || place === 'formData'
  return (inQuery ? STYLES[String(collectionFormat)] : undefined) ?? { explode: false }
}

function withoutSchema (part: JsonObject): JsonObject {
  const { 'x-example': example, collectionFormat, ...rest } = part
  const kept = Object.entries(rest).filter(([name]) => !SCHEMA_MEMBERS.includes(name))
  return { ...Object.fromEntries(kept), ...(example === undefined ? {} : { example }) }
}
