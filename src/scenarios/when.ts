import { isObject } from '../documents/is-object.ts'
import { withLowerCaseNames } from '../messages/with-lower-case-names.ts'
import type { ApiRequest } from '../messages/message.ts'
import type { Fits } from './compile-schema.ts'
import { compileUnordered } from './compile-unordered.ts'
import type { ListMode } from './compile-unordered.ts'

/** The parts of a request that can be matched. */
export const PARTS = ['path', 'query', 'headers', 'cookies', 'body'] as const

export type Part = (typeof PARTS)[number]

/** The conditions that a request must meet to match. Each part is partial unless it is listed in `exact`. */
export interface When {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, unknown>>
  readonly cookies?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  /** The parts that must have no other members. */
  readonly exact?: readonly Part[]
  /** The parts whose lists match in any order. */
  readonly anyOrder?: readonly Part[]
  /** The parts whose lists must have at least the given items, in any order. */
  readonly contains?: readonly Part[]
  /** JSON Schemas that parts must be valid against. */
  readonly schemas?: { readonly [part in Part]?: object | boolean }
  /** Which of the matching requests are meant, counted from 1. The store counts them. */
  readonly call?: number | { readonly from?: number, readonly to?: number }
  /** The share of the matching requests that are meant, from 0 to 1. The store draws. */
  readonly chance?: number
  /** The statuses of the resource that the operation finds. */
  readonly resource?: { readonly status: string | readonly string[] }
}

/** The compiled schemas of parts. */
export type Schemas = { readonly [part in Part]?: Fits }

/** Returns the status of the resource that a request's operation finds. */
export type StatusOf = () => string | undefined

type RequestParts = Pick<ApiRequest, Part>

/**
 * Compiles a `when` to a test of requests. The given members of an object must match, a list must
 * match item by item unless its order does not matter, and all other values must be equal. Values
 * that travel as text may be given as text or as numbers. In an exact part, objects have no other
 * members.
 */
export function compileWhen (
  when: When,
  schemas: Schemas = {}
): (request: RequestParts, statusOf?: StatusOf) => boolean {
  const tests: Array<{ readonly part: Part, readonly test: Fits }> = []
  for (const part of PARTS) {
    const expected = expectedPart(when, part)
    const schemaTest = schemas[part]
    if (expected !== undefined) tests.push({ part, test: compileValue(expected, matchOptions(when, part)) })
    if (schemaTest !== undefined) tests.push({ part, test: schemaTest })
  }
  const statuses = when.resource === undefined ? undefined : new Set([when.resource.status].flat())
  return (request, statusOf) => {
    if (!tests.every(({ part, test }) => test(request[part]))) return false
    return statuses === undefined || statuses.has(statusOf?.() ?? '')
  }
}

/** Returns what a part of a request must have; names of headers in lower case. */
export function expectedPart ({ headers, ...parts }: When, part: Part): unknown {
  if (part === 'headers') return headers && withLowerCaseNames(headers)
  return parts[part]
}

/** How the values of a part are compared. */
export interface MatchOptions {
  /** Whether a number matches its text: all values but those of a body travel as text. */
  readonly textual: boolean
  readonly exact: boolean
  readonly lists: ListMode
}

/** Returns how a `when` compares the values of a part. */
export function matchOptions ({ anyOrder, contains, exact }: When, part: Part): MatchOptions {
  let lists: ListMode = 'inOrder'
  if (anyOrder?.includes(part) === true) lists = 'anyOrder'
  if (contains?.includes(part) === true) lists = 'contains'
  return { textual: part !== 'body', exact: exact?.includes(part) ?? false, lists }
}

/** Compiles a value of a `when` to a test. */
export function compileValue (expected: unknown, options: MatchOptions): Fits {
  if (Array.isArray(expected) && options.lists !== 'inOrder') {
    return compileUnordered(expected, {
      mode: options.lists,
      keyOf: value => plainKey(value, options),
      compileItem: item => compileValue(item, options)
    })
  }
  if (Array.isArray(expected)) {
    const items = expected.map(item => compileValue(item, options))
    return value =>
      Array.isArray(value) &&
      value.length === items.length &&
      items.every((holds, index) => holds(value[index]))
  }
  if (isObject(expected)) {
    const members = Object.entries(expected).map(
      ([name, member]) => [name, compileValue(member, options)] as const
    )
    return value =>
      isObject(value) &&
      (!options.exact || Object.keys(value).length === members.length) &&
      members.every(([name, holds]) => Object.hasOwn(value, name) && holds(value[name]))
  }
  // A file in a form is bytes, which may be text.
  if (!options.textual) {
    return value => value === expected || (Buffer.isBuffer(value) && value.toString() === expected)
  }
  const text = String(expected)
  return value => value === expected || (isText(value) && String(value) === text)
}

/** Returns a text that is the same for plain values that match each other. */
function plainKey (value: unknown, { textual }: MatchOptions): string | undefined {
  if (value === null) return 'null'
  if (Buffer.isBuffer(value)) return `string ${value.toString()}`
  if (!isText(value)) return undefined
  return textual ? `string ${String(value)}` : `${typeof value} ${String(value)}`
}

/** Returns whether a value can travel as text. */
export function isText (value: unknown): boolean {
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof value)
}
