import { isObject } from '../contract/is-object.ts'
import type { ApiRequest } from '../validation/message.ts'

/** What a request must have to be matched, part by part; each is partial. */
export interface When {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, unknown>>
  readonly cookies?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

type Holds = (value: unknown) => boolean

/**
 * Compiles what a request must have. Of an object, the members that are given must match; a list must match item by item;
 * all else must be equal. What travels as text in a request may be given as text or as a number.
 */
export function compileWhen ({ path, query, headers, cookies, body }: When): (request: ApiRequest) => boolean {
  const tests: Array<(request: ApiRequest) => boolean> = []
  const add = (expected: unknown, textual: boolean, part: (request: ApiRequest) => unknown): void => {
    if (expected === undefined) return
    const holds = compileValue(expected, textual)
    tests.push(request => holds(part(request)))
  }
  add(path, true, request => request.path)
  add(query, true, request => request.query)
  add(headers && withLowerCaseNames(headers), true, request => request.headers)
  add(cookies, true, request => request.cookies)
  add(body, false, request => request.body)
  return request => tests.every(test => test(request))
}

function compileValue (expected: unknown, textual: boolean): Holds {
  if (Array.isArray(expected)) {
    const items = expected.map(item => compileValue(item, textual))
    return value => Array.isArray(value) && value.length === items.length && items.every((holds, index) => holds(value[index]))
  }
  if (isObject(expected)) {
    const members = Object.entries(expected).map(([name, member]) => [name, compileValue(member, textual)] as const)
    return value => isObject(value) && members.every(([name, holds]) => Object.hasOwn(value, name) && holds(value[name]))
  }
  if (!textual) return value => value === expected
  const text = String(expected)
  return value => value === expected || (isText(value) && String(value) === text)
}

function isText (value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function withLowerCaseNames (headers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
