import type { JsonObject } from '../documents/is-object.ts'
import { alsoAnyOf, alsoFit } from './also-fit.ts'
import { asWritten } from './written-schemas.ts'

/** The keywords that apply to one type only. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  array: ['items', 'maxItems', 'minItems', 'uniqueItems'],
  object: ['additionalProperties', 'maxProperties', 'minProperties', 'properties', 'required']
}

/**
 * Rewrites the types, `const` and `enum` of a schema, in place: null is told by `nullable`, and a schema has one type.
 */
export function downgradeTypes (schema: JsonObject): void {
  if ('const' in schema) downgradeConst(schema)
  if (Array.isArray(schema.enum) && schema.enum.length === 0) {
    delete schema.enum
    alsoFit(schema, { not: {} })
  }
  const types = listTypes(schema)
  const others = types.filter(type => type !== 'null')
  const values = Array.isArray(schema.enum) ? schema.enum : undefined
  const acceptsNull = others.length < types.length && values?.includes(null) !== false
  delete schema.type
  delete schema.nullable
  const [only] = others
  if (types.length === 0) return describeValues(schema, values)
  if (only === undefined) return onlyNull(schema, acceptsNull)
  if (others.length === 1) {
    Object.assign(schema, { type: only }, acceptsNull && { nullable: true })
    if (only === 'array') schema.items ??= {}
    return
  }
  const alternatives = others.map(type => takeKeywords(schema, type))
  if (acceptsNull) Object.assign(alternatives[0] ?? {}, { nullable: true })
  alsoAnyOf(schema, alternatives)
}

/** `nullable` often stays behind when a document becomes 3.1; it is read as what it meant. */
function listTypes ({ nullable, type }: JsonObject): string[] {
  const types = (Array.isArray(type) ? type : [type]).filter(type => typeof type === 'string')
  const unique = new Set([...types, ...nullable === true && types.length > 0 ? ['null'] : []])
  // A whole number is a number, too.
  if (unique.has('number')) unique.delete('integer')
  return [...unique]
}

function downgradeConst (schema: JsonObject): void {
  const { const: value } = schema
  delete schema.const
  if (Array.isArray(schema.enum)) alsoFit(schema, { enum: [value] })
  else schema.enum = [value]
}

/** Without a type, some tools read no null among the values; so the type of all of them is told. */
function describeValues (schema: JsonObject, values: readonly unknown[] | undefined): void {
  if (values === undefined) return
  const others = new Set(values.filter(value => value !== null).map(value => typeof value))
  const [type = 'string'] = others
  const isPlain = others.size < 2 && ['boolean', 'number', 'string'].includes(type)
  if (!isPlain) return
  Object.assign(schema, { type }, values.includes(null) && { nullable: true })
}

/** Null alone is a nullable text of which no other value is accepted. */
function onlyNull (schema: JsonObject, acceptsNull: boolean): void {
  delete schema.enum
  if (acceptsNull) Object.assign(schema, { type: 'string', nullable: true, enum: [null] })
  else alsoFit(schema, { not: {} })
}

/** Returns the alternative of a type, with the keywords that apply to it only. */
function takeKeywords (schema: JsonObject, type: string): JsonObject {
  const alternative: JsonObject = { type }
  for (const name of KEYWORDS[type] ?? []) {
    if (schema[name] === undefined) continue
    alternative[name] = schema[name]
    delete schema[name]
  }
  if (type === 'array') alternative.items ??= {}
  return asWritten(alternative)
}
