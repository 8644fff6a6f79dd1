import { nearest } from '../documents/nearest.ts'

/** The types of JSON Schema 2020-12, and `file` of Swagger 2.0, which is upgraded. */
const TYPES: ReadonlySet<unknown> = new Set([
  'string', 'number', 'integer', 'boolean', 'object', 'array', 'null', 'file'
])

const LISTED = 'string, number, integer, boolean, object, array or null'

/** The types that other languages have, and documents write by mistake. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  int: 'integer',
  int32: 'integer',
  int64: 'integer',
  long: 'integer',
  float: 'number',
  double: 'number',
  decimal: 'number',
  bool: 'boolean',
  str: 'string',
  text: 'string',
  date: 'string',
  datetime: 'string',
  'date-time': 'string',
  uuid: 'string',
  list: 'array',
  dict: 'object',
  map: 'object',
  nil: 'null',
  none: 'null'
}

/** Describes what is wrong with the `type` of a schema; returns `undefined` where it is valid. */
export function wrongType (type: unknown): string | undefined {
  if (TYPES.has(type)) return undefined
  if (!Array.isArray(type)) return describe(type)
  const wrong = type.find(name => !TYPES.has(name))
  if (wrong !== undefined) return describe(wrong)
  return type.length > 0 ? undefined : describe(type)
}

function describe (type: unknown): string {
  const message = `"type" must be ${LISTED}, but is ${JSON.stringify(type) ?? 'missing'}`
  if (typeof type !== 'string') return message
  const name = type.toLowerCase()
  const known = [...TYPES].filter(known => known !== 'file').map(String)
  const near = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : nearest(type, known)
  return near === undefined ? message : `${message}: did you mean "${near}"?`
}
