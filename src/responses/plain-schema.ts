/** What the generator understands. It would take any other word for the name of a property. */
const KEYWORDS = new Set([
  '$ref', '$defs', 'type', 'enum', 'const', 'examples',
  'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf',
  'minLength', 'maxLength', 'pattern', 'format',
  'items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains',
  'properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'maxProperties', 'propertyNames', 'dependentRequired', 'dependentSchemas',
  'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'
])

type Schema = Record<string, unknown>

/** Numbers are taken from a range of this size, from 0 up where the schema allows. */
const SPAN = 1_000

/** The longest text where a schema allows for longer. */
const LONGEST_TEXT = 24

/** A schema in the generator's words; what it leaves wide open is narrowed to values that read well. */
export function plainSchema (schema: Schema): Schema {
  const plain: Schema = Object.fromEntries(Object.entries(schema).filter(([name]) => KEYWORDS.has(name)))
  if (schema.example !== undefined && plain.examples === undefined) plain.examples = [schema.example]
  const { type } = plain
  if (type === 'integer' || type === 'number') return { ...plain, ...narrowNumbers(plain) }
  if (type === 'string' && plain.format === undefined && plain.pattern === undefined) return { ...plain, ...narrowText(plain) }
  return plain
}

/** The generator draws from −1,000 to 1,000 unless it is told both ends, and from all in between where they are far apart. */
function narrowNumbers ({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: Schema): Schema {
  const lower = toNumber(minimum ?? exclusiveMinimum) ?? -Infinity
  const upper = toNumber(maximum ?? exclusiveMaximum) ?? Infinity
  const span = SPAN * Math.max(1, toNumber(multipleOf) ?? 1)
  const start = lower > 0 ? lower : upper > 0 ? 0 : upper - span
  return {
    ...start > lower && { minimum: start, exclusiveMinimum: undefined },
    ...start + span < upper && { maximum: start + span, exclusiveMaximum: undefined }
  }
}

function narrowText ({ minLength, maxLength }: Schema): Schema {
  const shortest = toNumber(minLength) ?? 0
  const longest = toNumber(maxLength) ?? Infinity
  return { minLength: Math.max(shortest, Math.min(1, longest)), maxLength: Math.min(longest, Math.max(shortest, LONGEST_TEXT)) }
}

function toNumber (value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
