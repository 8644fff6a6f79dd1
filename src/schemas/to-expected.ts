import type { ErrorObject } from 'ajv/dist/2020.js'
import { nearest } from '../documents/nearest.ts'
import { INTEGER_RANGES } from './integer-ranges.ts'
import { shortJson } from './short-json.ts'

const MAX_VALUES = 10

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null'
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'be a uuid',
  date: 'be a date such as 2026-01-31',
  'date-time': 'be an instant such as 2026-01-31T12:00:00Z',
  time: 'be a time such as 12:00:00Z',
  duration: 'be a duration such as PT5M',
  uri: 'be a URI',
  'uri-reference': 'be a URI or a reference to one',
  url: 'be a URL',
  email: 'be an email address',
  hostname: 'be a host name',
  ipv4: 'be an IPv4 address',
  ipv6: 'be an IPv6 address',
  byte: 'be in base64',
  regex: 'be a regular expression',
  'json-pointer': 'be a JSON pointer'
}

/** The writers of what each keyword of JSON Schema expects of a value, to be read after "must". */
const KEYWORDS: Readonly<Record<string, (error: ErrorObject) => string>> = {
  type: ({ params }) => toTypes(params.type),
  format: ({ params }) => toFormat(String(params.format)),
  enum: ({ schema, data }) => toValues(Array.isArray(schema) ? schema : [], data),
  const: ({ schema }) => `be ${shortJson(schema, undefined)}`,
  pattern: ({ params }) => `match the pattern ${params.pattern}`,
  minimum: ({ params }) => `be at least ${params.limit}`,
  maximum: ({ params }) => `be at most ${params.limit}`,
  exclusiveMinimum: ({ params }) => `be greater than ${params.limit}`,
  exclusiveMaximum: ({ params }) => `be less than ${params.limit}`,
  multipleOf: ({ params }) => `be a multiple of ${params.multipleOf}`,
  minLength: ({ params }) => `have at least ${count(params.limit, 'character')}`,
  maxLength: ({ params }) => `have at most ${count(params.limit, 'character')}`,
  minItems: ({ params }) => `have at least ${count(params.limit, 'item')}`,
  maxItems: ({ params }) => `have at most ${count(params.limit, 'item')}`,
  minProperties: ({ params }) => `have at least ${count(params.limit, 'member')}`,
  maxProperties: ({ params }) => `have at most ${count(params.limit, 'member')}`,
  uniqueItems: ({ params }) => `have unique items (${params.j} and ${params.i} are equal)`,
  contains: ({ params }) => `contain ${toRange(params.minContains, params.maxContains)} of the described kind`,
  additionalItems: ({ params }) => `have at most ${count(params.limit, 'item')}`,
  items: ({ params }) => `have at most ${count(params.limit, 'item')}`,
  unevaluatedItems: ({ params }) => `have at most ${count(params.len, 'item')}`,
  oneOf: ({ params }) => `match ${Array.isArray(params.passingSchemas) ? 'only one' : 'one'} of its alternatives`,
  anyOf: () => 'match one of its alternatives',
  not: () => 'not match what its schema excludes',
  'false schema': () => 'not be present'
}

/** Returns what a failed keyword expects of the value, to be read after "must": `be a uuid`. */
export function toExpected (error: ErrorObject): string {
  return KEYWORDS[error.keyword]?.(error) ?? error.message?.replace(/^must /, '') ?? `satisfy "${error.keyword}"`
}

function toFormat (format: string): string {
  const [, sign, bits] = Object.hasOwn(INTEGER_RANGES, format) ? /^(u?)int(\d+)$/.exec(format) ?? [] : []
  if (bits !== undefined) return `be an ${sign === '' ? '' : 'unsigned '}integer of ${bits} bits`
  return FORMATS[format] ?? `have the format "${format}"`
}

function toTypes (types: unknown): string {
  const names = [types].flat().map(type => TYPES[String(type)] ?? String(type))
  return `be ${names.join(' or ')}`
}

/** Lists the allowed values, the one that was probably meant first. */
function toValues (values: readonly unknown[], actual: unknown): string {
  const texts = values.filter(value => typeof value === 'string')
  const near = typeof actual === 'string' ? nearest(actual, texts) : undefined
  const ordered = near === undefined ? values : [near, ...values.filter(value => value !== near)]
  const listed = ordered.slice(0, MAX_VALUES).map(value => shortJson(value, undefined)).join(', ')
  if (values.length === 1) return `be ${listed}`
  const more = values.length > MAX_VALUES ? ` and ${values.length - MAX_VALUES} more` : ''
  return `be one of ${listed}${more}`
}

function toRange (least: unknown, most: unknown): string {
  if (most === undefined) return `at least ${count(least, 'item')}`
  return `${least} to ${count(most, 'item')}`
}

function count (limit: unknown, what: string): string {
  return `${limit} ${what}${limit === 1 ? '' : 's'}`
}
