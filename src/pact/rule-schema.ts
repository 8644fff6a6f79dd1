import { escapePattern } from '../documents/escape-pattern.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { memberPath } from './body-rules.ts'

/** The matching rules of one part of a request, by their paths. */
export type PartRules = ReadonlyMap<string, JsonObject>

/** Returns the rules of a part of a request, from a pact of any version; one for the whole part has an empty path. */
export function rulesOfPart (rules: JsonObject, part: 'path' | 'query' | 'header' | 'body'): PartRules {
  const found = new Map<string, JsonObject>()
  const own = rules[part]
  if (isObject(own)) {
    if (Array.isArray(own.matchers)) return found.set('', own)
    for (const [path, rule] of Object.entries(own)) if (isObject(rule)) found.set(path, rule)
    return found
  }
  // Version 2 has all rules in one object: `$.body.id`, `$.headers.Accept`.
  const start = part === 'header' ? '$.headers' : `$.${part}`
  for (const [path, rule] of Object.entries(rules)) {
    if (!isObject(rule) || (path !== start && !path.startsWith(`${start}.`) && !path.startsWith(`${start}[`))) continue
    const rest = path.slice(start.length)
    const place = part === 'body' ? `$${rest}` : rest.replace(/^\.|^\['|'\]$/g, '')
    found.set(place, { matchers: [rule] })
  }
  return found
}

/** Writes the JSON Schema of the values that an example and its rules stand for. */
export class RuleSchemas {
  readonly #rules: PartRules
  /** The names of rules that were taken for that of a type. */
  readonly loosened = new Set<string>()

  constructor (rules: PartRules) {
    this.#rules = rules
  }

  /** Returns the schema of a value at a path. `cascaded` tells that a rule of its parent counts for it. */
  of (example: unknown, path = '$', cascaded = false): JsonObject {
    const rule = this.#ruleAt(path)
    if (rule !== undefined) return this.#byRule(example, rule, path)
    if (Array.isArray(example)) return this.#list(example, path, cascaded, {})
    if (isObject(example)) return this.#object(example, path, cascaded)
    return cascaded ? typeSchema(example) : { const: example }
  }

  #ruleAt (path: string): JsonObject | undefined {
    const exact = this.#rules.get(path)
    if (exact !== undefined) return exact
    // A rule may be for each item or each member.
    const wild = [...this.#rules].find(([pattern]) => pattern.includes('*') && fitsPath(pattern, path))
    return wild?.[1]
  }

  #byRule (example: unknown, { combine, matchers }: JsonObject, path: string): JsonObject {
    const listed = Array.isArray(matchers) ? matchers.filter(isObject) : []
    const schemas = listed.map(matcher => this.#byMatcher(example, matcher, path))
    const [only = {}, ...others] = schemas
    if (others.length === 0) return only
    return combine === 'OR' ? { anyOf: schemas } : { allOf: schemas }
  }

  #byMatcher (example: unknown, matcher: JsonObject, path: string): JsonObject {
    switch (matcher.match ?? (matcher.regex === undefined ? 'type' : 'regex')) {
      case 'type': {
        if (Array.isArray(example)) return this.#list(example, path, true, matcher)
        return isObject(example) ? this.#object(example, path, true) : typeSchema(example)
      }
      case 'equality': return { const: example }
      case 'null': return { type: 'null' }
      case 'boolean': return { type: 'boolean' }
      case 'integer': return { type: 'integer' }
      case 'number':
      case 'decimal': return { type: 'number' }
      case 'regex': return { pattern: String(matcher.regex) }
      case 'include': return { type: 'string', pattern: escapePattern(String(matcher.value)) }
      case 'values': {
        const [first] = isObject(example) ? Object.values(example) : []
        return { type: 'object', additionalProperties: this.of(first, `${path}.*`, true) }
      }
      default: {
        this.loosened.add(String(matcher.match))
        return typeSchema(example)
      }
    }
  }

  #object (example: JsonObject, path: string, cascaded: boolean): JsonObject {
    const members = Object.entries(example).map(([name, member]) => {
      const within = memberPath(path, name) ?? path
      return [name, this.of(member, within, cascaded)]
    })
    const properties: JsonObject = Object.fromEntries(members)
    return { type: 'object', properties, required: Object.keys(example), additionalProperties: false }
  }

  #list (example: readonly unknown[], path: string, cascaded: boolean, { max, min }: JsonObject): JsonObject {
    const [first] = example
    if (!cascaded) {
      const prefixItems = example.map((item, index) => this.of(item, `${path}[${index}]`))
      return { type: 'array', prefixItems, items: false, minItems: example.length }
    }
    const items = first === undefined ? {} : this.of(first, `${path}[*]`, true)
    return {
      type: 'array',
      items,
      ...typeof min === 'number' && { minItems: min },
      ...typeof max === 'number' && { maxItems: max }
    }
  }
}

function fitsPath (pattern: string, path: string): boolean {
  const source = pattern.split(/(\[\*\]|\.\*)/).map(part => {
    if (part === '[*]') return '\\[(?:\\d+|\\*)\\]'
    return part === '.*' ? '(?:\\.\\w+|\\[\'[^\']*\'\\]|\\.\\*)' : escapePattern(part)
  }).join('')
  return new RegExp(`^${source}$`).test(path)
}

function typeSchema (example: unknown): JsonObject {
  if (example === null) return { type: 'null' }
  if (Array.isArray(example)) return { type: 'array' }
  switch (typeof example) {
    case 'object': return { type: 'object' }
    case 'boolean': return { type: 'boolean' }
    case 'number':
    case 'bigint': return { type: 'number' }
    default: return { type: 'string' }
  }
}
