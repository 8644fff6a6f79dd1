import { parseLarge } from '../exact-json.ts'
import { findJsonFlaws } from '../documents/find-json-flaws.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { JsonFlaw } from '../documents/json-scan.ts'
import { createLineIndex } from '../documents/line-index.ts'
import type { SourcePosition } from '../documents/source-position.ts'
import type { Violation } from '../schemas/violation.ts'
import { shorten } from '../schemas/shorten.ts'
import { BODY, createMalformed } from '../schemas/create-violation.ts'
import { MAX_VIOLATIONS } from '../schemas/violation-list.ts'
import type { BodyReading } from './body-reading.ts'

/**
 * The deepest nesting that is accepted: no API goes deeper, and code that recurses into a body does
 * not overflow the stack.
 */
export const MAX_DEPTH = 200

const NO_VIOLATIONS: readonly Violation[] = []

/**
 * Parses JSON, and rejects what parsers disagree on (RFC 8259, sections 4, 8.1 and 9): duplicate
 * names, a byte order mark, numbers that are too large. Whole numbers past 2^53 are BigInts. It lists the first `max`
 * violations, and counts the others.
 */
export function parseJson (text: string, max = MAX_VIOLATIONS): BodyReading {
  if (text.startsWith('\uFEFF')) {
    const violation = createMalformed(BODY, 'be JSON without a byte order mark', 'begins with one')
    return { kind: 'malformed', violations: [violation] }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return toReading(undefined, text, max)
  }
  return isClean(text, value) ? { kind: 'value', value, violations: NO_VIOLATIONS } : toReading(value, text, max)
}

/**
 * Returns whether every parser surely reads a text alike. It costs next to nothing; where it is not
 * sure, the text is scanned.
 */
function isClean (text: string, value: unknown): boolean {
  const members = countMembers(value, 0)
  if (Number.isNaN(members)) return false
  // A quote within a string is escaped; without such quotes, `":` only ends a member's name.
  return members === 0 || (!text.includes('\\"') && members === countNames(text))
}

/**
 * Counts the members that a text names, including replaced ones; returns `NaN` where that takes a
 * scan.
 */
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

/** Counts the members of all objects in a value; returns `NaN` where a value takes a scan. */
function countMembers (value: unknown, depth: number): number {
  if (typeof value === 'number') return isExact(value) ? 0 : NaN
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
    const member = (value as JsonObject)[name]  // neither null nor a list
    count++
    if (typeof member !== 'string') count += countMembers(member, depth + 1)
  }
  return count
}

function isExact (value: number): boolean {
  return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))
}

function toReading (value: unknown, text: string, max: number): BodyReading {
  const { flaws, hasLarge, isAmbiguous, more } = findJsonFlaws(text, { maxDepth: MAX_DEPTH, maxFlaws: max })
  if (flaws.length + more === 0) {
    return { kind: 'value', value: hasLarge ? parseLarge(text) : value, violations: NO_VIOLATIONS }
  }
  const placeAt = createLineIndex(text)
  const violations = flaws.map(flaw => toViolation(flaw, placeAt(flaw.offset)))
  if (isAmbiguous || value === undefined) return { kind: 'malformed', violations, more }
  return { kind: 'value', value: hasLarge ? parseLarge(text) : value, violations, more }
}

function toViolation (flaw: JsonFlaw, { line, column }: SourcePosition): Violation {
  const { kind } = flaw
  // A pointer of two hundred names is of no use.
  const pointer = kind === 'depth' ? '' : flaw.pointer
  const location = { in: 'body', pointer } as const
  const { expected, message } = describe(flaw, `at line ${line}, column ${column}`)
  if (kind !== 'precision') return { ...location, rule: 'malformed', expected, message }
  const actual = shorten(flaw.detail)
  return { ...location, rule: 'precision', expected, actual, message: `${message}, but is ${actual}` }
}

function describe (
  { kind, pointer, detail }: JsonFlaw,
  place: string
): { expected: string, message: string } {
  switch (kind) {
    case 'syntax': {
      const within = pointer === '' ? '' : `, in ${pointer}`
      return { expected: 'be JSON', message: `body is not JSON: ${place}${within}, ${detail}` }
    }
    case 'duplicate': {
      const expected = 'appear once'
      return { expected, message: `body ${pointer} must ${expected}, but appears again ${place}` }
    }
    case 'depth': {
      const expected = `be nested at most ${MAX_DEPTH} levels deep`
      return { expected, message: `body must ${expected}, but goes deeper ${place}` }
    }
    case 'precision': return { expected: PRECISION, message: `body ${pointer} must ${PRECISION}` }
  }
}

const PRECISION = 'be a number that a double can hold (RFC 8259, section 6)'
