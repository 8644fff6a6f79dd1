import { findJsonFlaws, placeAt } from '../documents/find-json-flaws.ts'
import type { JsonFlaw } from '../documents/json-scan.ts'
import type { Violation } from '../schemas/violation.ts'
import { createMalformed } from '../schemas/create-violation.ts'
import type { BodyReading } from './body-reading.ts'

/** Deeper than any API goes, and shallow enough for whatever recurses into a body later. */
const MAX_DEPTH = 200

const NO_VIOLATIONS: readonly Violation[] = []

/** Reads JSON, and refuses what parsers disagree on (RFC 8259, sections 4, 8.1 and 9): duplicate names, `__proto__`, a byte order mark, numbers that change when read. */
export function parseJson (text: string): BodyReading {
  if (text.startsWith('\uFEFF')) return { kind: 'malformed', violations: [createMalformed({ in: 'body', pointer: '' }, 'be JSON without a byte order mark', 'begins with one')] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return toReading(undefined, text)
  }
  return isClean(text, value) ? { kind: 'value', value, violations: NO_VIOLATIONS } : toReading(value, text)
}

/** Whether a text surely means to every parser what it means to this one. Nearly free; where it is not sure, the text is read again with care. */
function isClean (text: string, value: unknown): boolean {
  const members = countMembers(value, 0)
  if (Number.isNaN(members)) return false
  // A quote within text is escaped; where there is none, `":` only ends a member's name.
  return members === 0 || (!text.includes('\\"') && members === countNames(text))
}

/** How many members the text names, those that a later one of the same name replaced included; `NaN` where that takes a closer look. */
function countNames (text: string): number {
  let count = 0
  for (let index = text.indexOf(':'); index >= 0; index = text.indexOf(':', index + 1)) {
    const before = text.charCodeAt(index - 1)
    if (before === QUOTE) count++
    else if (before <= SPACE) return NaN
  }
  return count
}

const QUOTE = 0x22
const SPACE = 0x20

/** How many members all objects have that are still there; `NaN` where a value needs a second look. */
function countMembers (value: unknown, depth: number): number {
  if (typeof value === 'number') return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value)) ? 0 : NaN
  if (typeof value !== 'object' || value === null) return 0
  if (depth === MAX_DEPTH) return NaN
  let count = 0
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item !== 'string') count += countMembers(item, depth + 1)
    }
    return count
  }
  for (const name in value) {
    if (name === '__proto__') return NaN
    const member: unknown = (value as Record<string, unknown>)[name]
    count++
    if (typeof member !== 'string') count += countMembers(member, depth + 1)
  }
  return count
}

function toReading (value: unknown, text: string): BodyReading {
  const flaws = findJsonFlaws(text, MAX_DEPTH)
  const violations = flaws.map(flaw => toViolation(flaw, text))
  return flaws.every(flaw => flaw.kind === 'precision') && value !== undefined
    ? { kind: 'value', value, violations }
    : { kind: 'malformed', violations }
}

function toViolation (flaw: JsonFlaw, text: string): Violation {
  const { kind, offset } = flaw
  // A pointer of two hundred names helps nobody.
  const pointer = kind === 'depth' ? '' : flaw.pointer
  const { line, column } = placeAt(text, offset)
  const location = { in: 'body', pointer } as const
  const { expected, message } = describe(flaw, `at line ${line}, column ${column}`)
  if (kind !== 'precision') return { ...location, rule: 'malformed', expected, message }
  const actual = flaw.detail.length > 60 ? `${flaw.detail.slice(0, 59)}…` : flaw.detail
  return { ...location, rule: 'precision', expected, actual, message: `${message}, but is ${actual}` }
}

function describe ({ kind, pointer, detail }: JsonFlaw, place: string): { expected: string, message: string } {
  switch (kind) {
    case 'syntax': return { expected: 'be JSON', message: `body is not JSON: ${place}${pointer === '' ? '' : `, in ${pointer}`}, ${detail}` }
    case 'duplicate': return { expected: 'be there once', message: `body ${pointer} must be there once, but is there again ${place}` }
    case 'prototype': return { expected: 'have another name', message: `body ${pointer} must have another name: this one stands for what an object is` }
    case 'depth': return { expected: `be nested at most ${MAX_DEPTH} levels deep`, message: `body must be nested at most ${MAX_DEPTH} levels deep, but goes deeper ${place}` }
    case 'precision': return { expected: PRECISION, message: `body ${pointer} must ${PRECISION}` }
  }
}

const PRECISION = 'be a number that a double can hold (RFC 8259, section 6)'
