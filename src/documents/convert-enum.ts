import type { JsonObject } from './is-object.ts'
import { narrowReadings } from './narrow-readings.ts'

/** Returns a number, true or false below a schema as the document has it: `007` at `/enum/2`. */
export type WrittenAt = (value: number | boolean, place: string) => string

/** The values of a keyword that were converted, in the order of the document. */
export interface ConvertedValues {
  readonly keyword: 'enum' | 'const'
  readonly type: unknown
  readonly before: readonly unknown[]
  readonly after: readonly unknown[]
}

/**
 * Converts the values of a schema's `enum` or `const` that are of another type than the schema states to that type, in
 * place. YAML reads `[1, 007, true]` as no texts, and no value could fit them and be a text. The default and the
 * examples beside them are converted too. Returns what was converted; `undefined` where nothing was.
 */
export function convertEnum (schema: JsonObject, writtenAt: WrittenAt): ConvertedValues | undefined {
  const { type } = schema
  if (type === undefined) return undefined
  const keyword = Array.isArray(schema.enum) ? 'enum' : 'const'
  if (!Object.hasOwn(schema, keyword)) return undefined

  const convert = converterTo(typesOf(schema), writtenAt)
  const before: unknown[] = []
  const after: unknown[] = []
  const replace = (value: unknown, place: string): unknown => {
    const converted = convert(value, place)
    if (converted === value) return value
    before.push(value)
    after.push(converted)
    return converted
  }
  const values = Array.isArray(schema.enum) ? convertList(schema.enum, replace) : replace(schema.const, '/const')
  if (before.length === 0) return undefined
  schema[keyword] = values

  if (before.includes(null)) leaveOutNull(schema)
  convertBeside(schema, convert)
  return { keyword, type, before, after }
}

function convertList (values: readonly unknown[], replace: Convert): unknown[] {
  const converted = values.map((value, index) => replace(value, `/enum/${index}`))
  // YAML lists `1` and `"1"` as two values.
  return [...new Set(converted)]
}

/** Records that null, which may have been meant as such, is read as a text but not generated. */
function leaveOutNull (schema: JsonObject): void {
  const others = Array.isArray(schema.enum) ? schema.enum.filter(value => value !== 'null') : []
  if (others.length > 0) narrowReadings.set(schema, { ...schema, enum: others })
}

function convertBeside (schema: JsonObject, convert: Convert): void {
  for (const name of ['default', 'example']) {
    if (Object.hasOwn(schema, name)) schema[name] = convert(schema[name], `/${name}`)
  }
  if (!Array.isArray(schema.examples)) return
  schema.examples = schema.examples.map((value: unknown, index) => convert(value, `/examples/${index}`))
}

function typesOf ({ nullable, type, 'x-nullable': isNullable }: JsonObject): unknown[] {
  const types = [type].flat()
  return nullable === true || isNullable === true ? [...types, 'null'] : types
}

/** Converts a value at a place; returns a value that fits, or that cannot be converted, as it is. */
type Convert = (value: unknown, place: string) => unknown

function converterTo (types: readonly unknown[], writtenAt: WrittenAt): Convert {
  return (value, place) => {
    if (types.some(type => isOfType(value, type))) return value
    if (types.includes('string')) return toText(value, place, writtenAt)
    return typeof value === 'string' ? fromText(value, types) : value
  }
}

function isOfType (value: unknown, type: unknown): boolean {
  const kind: string = typeof value
  switch (type) {
    case 'integer': return Number.isInteger(value)
    case 'null': return value === null
    case 'array': return Array.isArray(value)
    case 'object': return typeof value === 'object' && value !== null && !Array.isArray(value)
    default: return kind === type
  }
}

function toText (value: unknown, place: string, writtenAt: WrittenAt): unknown {
  if (value === null) return 'null'
  return typeof value === 'number' || typeof value === 'boolean' ? writtenAt(value, place) : value
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

function fromText (text: string, types: readonly unknown[]): unknown {
  if (types.includes('boolean') && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  const value = NUMBER.test(text) ? Number(text) : undefined
  if (types.includes('number') && Number.isFinite(value)) return value
  return types.includes('integer') && Number.isSafeInteger(value) ? value : text
}
