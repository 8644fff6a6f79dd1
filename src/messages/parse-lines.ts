import { parseJson } from './parse-json.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { BODY, createMalformed } from '../schemas/create-violation.ts'
import type { BodyReading } from './body-reading.ts'

/** The character before each value of a JSON text sequence (RFC 7464, section 2.2). */
const RECORD_SEPARATOR = '\u001E'

/** Parses a JSON value a line, as a list. It skips empty lines. */
export function parseLines (text: string): BodyReading {
  const lines = text.split('\n')
  return parseAll(lines.map((line, index) => ({ text: line.trim(), title: `line ${index + 1}` })))
}

/** Parses JSON values that each follow a record separator, as a list. */
export function parseJsonSequence (text: string): BodyReading {
  const [before = '', ...records] = text.split(RECORD_SEPARATOR)
  if (before.trim() !== '') {
    return { kind: 'malformed', violations: [createMalformed(BODY, SEPARATED, 'begins without one')] }
  }
  return parseAll(records.map((record, index) => ({ text: record.trim(), title: `record ${index + 1}` })))
}

const SEPARATED = 'begin each value with a record separator, U+001E (RFC 7464)'

interface Line {
  readonly text: string
  readonly title: string
}

function parseAll (lines: readonly Line[]): BodyReading {
  const items: unknown[] = []
  const titles: string[] = []
  const violations = new ViolationList()
  for (const { text, title } of lines) {
    if (text === '') continue
    // More violations are of no use, and take long to find.
    if (violations.isMalformed && violations.room === 0) break
    const reading = parseJson(text, violations.room)
    if (reading.kind === 'malformed') violations.setMalformed()
    const placed = reading.violations.map(violation => placeInLine(violation, items.length, title))
    violations.addAll({ violations: placed, more: reading.more })
    items.push(reading.kind === 'value' ? reading.value : undefined)
    titles.push(title)
  }
  const counted = violations.counted()
  if (violations.isMalformed) return { kind: 'malformed', ...counted }
  return { kind: 'value', value: items, titles, ...counted }
}

function placeInLine (
  { message, pointer, ...violation }: Violation,
  index: number,
  title: string
): Violation {
  const text = message.replace('at line 1, column', 'at column')
  return { ...violation, pointer: `/${index}${pointer}`, message: `${title}: ${text}` }
}
