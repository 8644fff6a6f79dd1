import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { typeOf } from '../drift/seen-values.ts'
import type { SchemaNode } from '../drift/schema-node.ts'

const MAX_ITEMS = 200
const MAX_DEPTH = 32

/** What is known when two bodies are compared. */
export interface BodyContext {
  /** The values that the request has, which its response may repeat. */
  readonly sent: ReadonlySet<unknown>
  /** The ids of the recording, each with that of the stand-in; new ones are added. */
  readonly ids: Map<string, string>
  /** Returns whether a recorded value is the id of a resource. */
  isId (value: string): boolean
}

/**
 * Compares a body of a recording with that of a stand-in: their shapes, the values that a schema lists, booleans, and
 * what the request had sent. Returns the first difference; `undefined` where they agree.
 */
export function compareBodies (
  recorded: unknown,
  actual: unknown,
  node: SchemaNode | undefined,
  context: BodyContext
): string | undefined {
  return compare(recorded, actual, { node, at: '', depth: 0 }, context)
}

interface Place {
  readonly node: SchemaNode | undefined
  readonly at: string
  readonly depth: number
}

function compare (recorded: unknown, actual: unknown, place: Place, context: BodyContext): string | undefined {
  const { at, depth } = place
  const where = at === '' ? 'the body' : at
  const [expected, came] = [typeName(recorded), typeName(actual)]
  if (expected !== came) return `${where} was of type ${expected}, and is of type ${came}`
  if (depth > MAX_DEPTH) return undefined
  if (Array.isArray(recorded) && Array.isArray(actual)) return compareLists(recorded, actual, place, context)
  if (isObject(recorded) && isObject(actual)) return compareObjects(recorded, actual, place, context)
  return compareSingles(recorded, actual, place, context)
}

function compareLists (
  recorded: readonly unknown[],
  actual: readonly unknown[],
  { at, depth, node }: Place,
  context: BodyContext
): string | undefined {
  const where = at === '' ? 'the body' : at
  if (recorded.length !== actual.length) return `${where} had ${recorded.length} items, and has ${actual.length}`
  for (let index = 0; index < Math.min(recorded.length, MAX_ITEMS); index++) {
    const place = { node: node?.item(), at: `${at}/${index}`, depth: depth + 1 }
    const difference = compare(recorded[index], actual[index], place, context)
    if (difference !== undefined) return difference
  }
  return undefined
}

function compareObjects (
  recorded: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  { at, depth, node }: Place,
  context: BodyContext
): string | undefined {
  for (const name of Object.keys(recorded)) {
    if (!Object.hasOwn(actual, name)) return `${at}/${name} was there, and is missing`
  }
  for (const [name, value] of Object.entries(actual)) {
    if (!Object.hasOwn(recorded, name)) return `${at}/${name} was missing, and is there`
    const place = { node: node?.member(name), at: `${at}/${escapePointer(name)}`, depth: depth + 1 }
    const difference = compare(recorded[name], value, place, context)
    if (difference !== undefined) return difference
  }
  return undefined
}

function compareSingles (
  recorded: unknown,
  actual: unknown,
  { at, node }: Place,
  { ids, isId, sent }: BodyContext
): string | undefined {
  if (recorded === actual) return undefined
  if ((typeof recorded === 'string' || typeof recorded === 'number') && isId(String(recorded))) {
    const known = ids.get(String(recorded))
    if (known === undefined) ids.set(String(recorded), String(actual))
    return known === undefined || known === String(actual) ? undefined : `${at} is the id of another resource`
  }
  const isKnown = typeof recorded === 'boolean' || node?.listsValues === true || sent.has(recorded)
  return isKnown ? `${at} was ${JSON.stringify(recorded)}, and is ${JSON.stringify(actual)}` : undefined
}

function typeName (value: unknown): string {
  const type = value === undefined ? 'none' : typeOf(value)
  return type === 'integer' ? 'number' : type
}
