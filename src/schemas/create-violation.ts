import { parsePointer } from '../documents/json-pointer.ts'
import { shortJson } from './short-json.ts'
import type { Violation } from './violation.ts'

/** A part of a message, and a JSON pointer within it. */
export interface Location {
  readonly in: Violation['in']
  readonly pointer: string
  /** Where that stands for a person, where the pointer does not say: `line 3`. */
  readonly title?: string | undefined
}

/** What was expected of the value at a spot, and by which rule. */
export interface Expectation {
  readonly rule: string
  /** To be read after "must". */
  readonly expected: string
}

/** Says that what came is not what was expected: `body /ExportIds/3 must be a uuid, but is "abc"`. */
export function createViolation (location: Location, { rule, expected }: Expectation, value: unknown): Violation {
  const actual = shortJson(value, parsePointer(location.pointer)?.at(-1))
  return { in: location.in, pointer: location.pointer, rule, expected, actual, message: `${toText(location)} must ${expected}, but is ${actual}` }
}

/** Says that what came has more or fewer than expected: `body /ExportIds must have at most 1000 items, but has 1001`. */
export function createCountViolation (location: Location, { rule, expected }: Expectation, count: number): Violation {
  return { in: location.in, pointer: location.pointer, rule, expected, actual: String(count), message: `${toText(location)} must ${expected}, but has ${count}` }
}

/** Says that something is not there: `body /AccessToken is required, but is missing`. */
export function createMissing (location: Location): Violation {
  return { in: location.in, pointer: location.pointer, rule: 'required', expected: 'be present', message: `${toText(location)} is required, but is missing` }
}

/** Says that something cannot be read: `body must be JSON, but at line 3, column 7: expected a value, but found "}"`. */
export function createMalformed (location: Location, expected: string, reason: string): Violation {
  return { in: location.in, pointer: location.pointer, rule: 'malformed', expected, message: `${toText(location)} must ${expected}, but ${reason}` }
}

function toText (location: Location): string {
  const text = location.pointer === '' ? location.in : `${location.in} ${location.pointer}`
  return location.title === undefined ? text : `${location.title}: ${text}`
}
