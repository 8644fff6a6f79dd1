import { isObject } from '../documents/is-object.ts'
import { withLowerCaseNames } from '../messages/with-lower-case-names.ts'
import type { ApiRequest } from '../messages/message.ts'
import type { Fits } from './compile-schema.ts'

/** The parts of a request that can be matched. */
export const PARTS = ['path', 'query', 'headers', 'cookies', 'body'] as const

export type Part = (typeof PARTS)[number]

/** What a request must have to be matched. Each part is partial unless it is exact. */
export interface When {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, unknown>>
  readonly cookies?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  /** The parts that must have nothing else. */
  readonly exact?: readonly Part[]
  /** JSON Schemas that parts must fit. */
  readonly schemas?: { readonly [part in Part]?: object | boolean }
  /** Which of the requests that match all else are meant, counted from 1: for whoever counts them. */
  readonly call?: number | { readonly from?: number, readonly to?: number }
  /** The statuses of the resource that the operation finds. */
  readonly resource?: { readonly status: string | readonly string[] }
}

/** Compiled schemas that parts must fit. */
export type Schemas = { readonly [part in Part]?: Fits }

/** Tells the status of the resource that a request's operation finds. */
export type StatusOf = () => string | undefined

type RequestParts = Pick<ApiRequest, Part>

/**
 * Compiles what a request must have. Of an object, the members that are given must match; a list must match item by item;
 * all else must be equal. What travels as text in a request may be given as text or as a number. In an exact part,
 * objects have no other members.
 */
export function compileWhen (
  when: When,
  schemas: Schemas = {}
): (request: RequestParts, statusOf?: StatusOf) => boolean {
  const tests = PARTS.flatMap(part => {
    const expected =
      part === 'headers' && when.headers !== undefined
        ? withLowerCaseNames(when.headers)
        : when[part]
    const fits = schemas[part]
    const holds =
      expected === undefined
        ? undefined
        : compileValue(expected, {
          textual: part !== 'body',
          exact: when.exact?.includes(part) ?? false
        })
    return [holds, fits].filter(test => test !== undefined).map(test => ({ part, test }))
  })
  const statuses = when.resource === undefined ? undefined : new Set([when.resource.status].flat())
  return (request, statusOf) => {
    if (!tests.every(({ part, test }) => test(request[part]))) return false
    return statuses === undefined || statuses.has(statusOf?.() ?? '')
  }
}

interface MatchOptions {
  readonly textual: boolean
  readonly exact: boolean
}

function compileValue (expected: unknown, options: MatchOptions): Fits {
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
  // A file in a form is bytes, which may be text all the same.
  if (!options.textual) {
    return value => value === expected || (Buffer.isBuffer(value) && value.toString() === expected)
  }
  const text = String(expected)
  return value => value === expected || (isText(value) && String(value) === text)
}

/** Whether a value is one that can travel as text. */
export function isText (value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
