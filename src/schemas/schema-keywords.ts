import { isObject } from '../documents/is-object.ts'

/** How the schemas that a keyword holds are found: it is one, a list of them, or an object of them by name. */
export type Holding = 'schema' | 'schemas' | 'schemas by name'

/** A keyword whose value holds no schema, and what that value must be. */
interface Rule {
  readonly fits: (value: unknown) => boolean
  /** To be read after "must". */
  readonly expected: string
}

/** The keywords of JSON Schema 2020-12 that hold schemas (Core, section 10; Unevaluated, section 11). */
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

/** Those that are applied to the value itself, not to a part of it. */
export const IN_PLACE: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'])

const NUMBER: Rule = { fits: value => typeof value === 'number' && Number.isFinite(value), expected: 'be a number' }
const COUNT: Rule = { fits: value => Number.isInteger(value) && Number(value) >= 0, expected: 'be a whole number, 0 or more' }
const TYPES = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']

/** The keywords of JSON Schema 2020-12 that say what a value must be (Validation, section 6), and what they may hold. */
export const ASSERTIONS: Readonly<Record<string, Rule>> = {
  type: { fits: isType, expected: `be one of ${TYPES.join(', ')}, or a list of them` },
  enum: { fits: value => Array.isArray(value) && value.length > 0, expected: 'be a list of values' },
  const: { fits: () => true, expected: 'be a value' },
  multipleOf: { fits: value => NUMBER.fits(value) && Number(value) > 0, expected: 'be a number greater than 0' },
  maximum: NUMBER,
  exclusiveMaximum: NUMBER,
  minimum: NUMBER,
  exclusiveMinimum: NUMBER,
  maxLength: COUNT,
  minLength: COUNT,
  maxItems: COUNT,
  minItems: COUNT,
  uniqueItems: { fits: value => typeof value === 'boolean', expected: 'be true or false' },
  maxContains: COUNT,
  minContains: COUNT,
  maxProperties: COUNT,
  minProperties: COUNT,
  required: { fits: isNames, expected: 'be a list of names' },
  dependentRequired: { fits: value => isObject(value) && Object.values(value).every(isNames), expected: 'be an object that holds lists of names' },
  format: { fits: value => typeof value === 'string', expected: 'be the name of a format' },
  pattern: { fits: value => typeof value === 'string', expected: 'be a regular expression' }
}

/** Whether something may stand where a schema is expected. */
export function isSchema (value: unknown): value is boolean | Record<string, unknown> {
  return typeof value === 'boolean' || isObject(value)
}

function isType (value: unknown): boolean {
  const types = [value].flat()
  return types.length > 0 && types.every(type => TYPES.includes(String(type)))
}

function isNames (value: unknown): boolean {
  return Array.isArray(value) && value.every(name => typeof name === 'string')
}
