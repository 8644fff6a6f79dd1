import { parseJsonPointer, shownPointer } from '../documents/json-pointer.ts'
import { shortJson } from './short-json.ts'
import type { Violation } from './violation.ts'

/** A part of a message, and a JSON pointer within it. */
export interface Location {
  readonly in: Violation['in']
  readonly pointer: string
  /** The place in the text, where the pointer does not say it: `line 3`. */
  readonly title?: string | undefined
}

/** A rule, and what it expects of a value. */
export interface Expectation {
  readonly rule: string
  /** To be read after "must". */
  readonly expected: string
}

/** The body as a whole. */
export const BODY: Location = { in: 'body', pointer: '' }

/** Creates the violation of a value: `body /ExportIds/3 must be a uuid, but is "abc"`. */
export function createViolation (
  location: Location,
  { rule, expected }: Expectation,
  value: unknown
): Violation {
  const actual = shortJson(value, parseJsonPointer(location.pointer)?.at(-1))
  const message = `${toText(location)} must ${expected}, but is ${actual}`
  return { in: location.in, pointer: shownPointer(location.pointer), rule, expected, actual, message }
}

/**
 * Creates the violation of a count: `body /ExportIds must have at most 1000 items, but has 1001`.
 */
export function createCountViolation (
  location: Location,
  { rule, expected }: Expectation,
  count: number
): Violation {
  const message = `${toText(location)} must ${expected}, but has ${count}`
  return { in: location.in, pointer: shownPointer(location.pointer), rule, expected, actual: String(count), message }
}

/** Creates the violation of what is missing: `body /AccessToken is required, but is missing`. */
export function createMissing (location: Location): Violation {
  const message = `${toText(location)} is required, but is missing`
  return { in: location.in, pointer: shownPointer(location.pointer), rule: 'required', expected: 'be present', message }
}

/**
 * Creates the violation of text that cannot be read: `body must be XML, but at line 3, column 7:
 * …`.
 */
export function createMalformed (location: Location, expected: string, reason: string): Violation {
  const message = `${toText(location)} must ${expected}, but ${reason}`
  return { in: location.in, pointer: shownPointer(location.pointer), rule: 'malformed', expected, message }
}

function toText (location: Location): string {
  const text = location.pointer === '' ? location.in : `${location.in} ${shownPointer(location.pointer)}`
  return location.title === undefined ? text : `${location.title}: ${text}`
}
