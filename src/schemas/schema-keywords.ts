import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'

/** The form in which a keyword holds schemas: one, a list of them, or an object of them by name. */
export type Holding = 'schema' | 'schemas' | 'schemas by name'

/** The rule for the value of a keyword that holds no schema. */
interface Rule {
  readonly fits: (value: unknown) => boolean
  /** To be read after "must be". */
  readonly expected: string
  /** Converts the value to the form in which Ajv takes it. */
  readonly read?: (value: unknown) => unknown
}

/**
 * The keywords of JSON Schema 2020-12 that hold schemas (Core, section 10; Unevaluated, section
 * 11).
 */
export const APPLICATORS: Readonly<Record<string, Holding>> = {
  allOf: 'schemas',
  anyOf: 'schemas',
  oneOf: 'schemas',
  not: 'schema',
  if: 'schema',
  then: 'schema',
  else: 'schema',
  dependentSchemas: 'schemas by name',
  prefixItems: 'schemas',
  items: 'schema',
  contains: 'schema',
  properties: 'schemas by name',
  patternProperties: 'schemas by name',
  additionalProperties: 'schema',
  propertyNames: 'schema',
  unevaluatedItems: 'schema',
  unevaluatedProperties: 'schema'
}

/** The keywords whose schemas apply to the value itself, not to a part of it. */
export const IN_PLACE: ReadonlySet<string> = new Set([
  'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'
])

const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']

const NUMBER: Rule = { fits: isNumber, expected: 'a number' }
const POSITIVE: Rule = { fits: value => isNumber(value) && value > 0, expected: 'a number greater than 0' }
const COUNT: Rule = { fits: isCount, expected: 'a whole number, 0 or more', read: Number }
const NAMES: Rule = { fits: isNames, expected: 'a list of names' }

/**
 * The keywords of JSON Schema 2020-12 that hold no schemas (Validation, section 6), and what they
 * may hold.
 */
export const ASSERTIONS: Readonly<Record<string, Rule>> = {
  type: { fits: isType, expected: `one of ${TYPES.join(', ')}, or a list of them` },
  enum: { fits: value => Array.isArray(value) && value.length > 0, expected: 'a list of values' },
  const: { fits: () => true, expected: 'a value' },
  multipleOf: POSITIVE,
  maximum: NUMBER,
  exclusiveMaximum: NUMBER,
  minimum: NUMBER,
  exclusiveMinimum: NUMBER,
  maxLength: COUNT,
  minLength: COUNT,
  maxItems: COUNT,
  minItems: COUNT,
  uniqueItems: { fits: value => typeof value === 'boolean', expected: 'true or false' },
  maxContains: COUNT,
  minContains: COUNT,
  maxProperties: COUNT,
  minProperties: COUNT,
  required: NAMES,
  dependentRequired: { fits: isNamesByName, expected: 'an object that holds lists of names' },
  format: { fits: isText, expected: 'the name of a format' },
  pattern: { fits: isText, expected: 'a regular expression' }
}

/** Returns whether a value may stand where a schema is expected. */
export function isSchema (value: unknown): value is boolean | JsonObject {
  return typeof value === 'boolean' || isObject(value)
}

function isNumber (value: unknown): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))
}

function isCount (value: unknown): boolean {
  return isNumber(value) && Number.isInteger(Number(value)) && value >= 0
}

function isText (value: unknown): boolean {
  return typeof value === 'string'
}

function isType (value: unknown): boolean {
  const types = [value].flat()
  return types.length > 0 && types.every(type => TYPES.includes(String(type)))
}

function isNames (value: unknown): boolean {
  return Array.isArray(value) && value.every(isText)
}

function isNamesByName (value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isNames)
}
