import { shorten } from '../schemas/shorten.ts'
import { define } from '../documents/own-member.ts'

/** One part of a multipart body. */
export interface BodyPart {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
}

/** The parts of a body, or why it cannot be split, to be read after "but". */
export type PartsReading =
  | { readonly kind: 'parts', readonly parts: readonly BodyPart[] }
  | { readonly kind: 'malformed', readonly reason: string }

const LINE_END = '\r\n'

/**
 * Splits a multipart body into its parts (RFC 2046, section 5.1.1); ignores text before the first
 * part and after the last.
 */
export function splitMultipart (bytes: Buffer, boundary: string): PartsReading {
  const delimiter = `--${boundary}`
  const parts: BodyPart[] = []
  let at = bytes.indexOf(delimiter)
  if (at > 0 && bytes.toString('latin1', at - 2, at) !== LINE_END) at = findDelimiter(bytes, delimiter, at)
  if (at < 0) return { kind: 'malformed', reason: `it has no line ${show(delimiter)}` }
  while (true) {
    const start = at + delimiter.length
    if (bytes.toString('latin1', start, start + 2) === '--') return { kind: 'parts', parts }
    const begin = bytes.indexOf(LINE_END, start)
    const end = begin < 0 ? -1 : findDelimiter(bytes, delimiter, begin)
    const number = parts.length + 1
    if (end < 0) {
      return { kind: 'malformed', reason: `it ends within part ${number}, without ${show(`${delimiter}--`)}` }
    }
    const part = toPart(bytes.subarray(begin + 2, Math.max(begin + 2, end - 2)))
    if (typeof part === 'string') {
      return { kind: 'malformed', reason: `part ${number}, at byte ${begin + 3}, ${part}` }
    }
    parts.push(part)
    at = end
  }
}

/** Returns the offset of the next line that is a delimiter, and does not only begin like one. */
function findDelimiter (bytes: Buffer, delimiter: string, from: number): number {
  const line = LINE_END + delimiter
  for (let at = bytes.indexOf(line, from); at >= 0; at = bytes.indexOf(line, at + 2)) {
    const rest = bytes.toString('latin1', at + line.length, at + line.length + 100)
    if (/^(?:--|[ \t]*(?:\r\n|$))/.test(rest)) return at + 2
  }
  return -1
}

/**
 * Parses headers, an empty line and content; without headers, the empty line comes first. Returns
 * what is wrong with them as text.
 */
function toPart (bytes: Buffer): BodyPart | string {
  if (bytes.toString('latin1', 0, 2) === LINE_END) return { headers: {}, bytes: bytes.subarray(2) }
  const end = bytes.indexOf(LINE_END + LINE_END)
  if (end < 0) return 'has no empty line after its headers'
  const headers: Record<string, string> = {}
  // A line that begins with a space continues the one before (RFC 5322, section 2.2.3).
  const unfolded = bytes.toString('utf8', 0, end).replace(/\r\n[ \t]+/g, ' ')
  for (const line of unfolded.split(LINE_END)) {
    const colon = line.indexOf(':')
    if (colon < 1) return `has a header without a colon: ${show(line)}`
    const name = line.slice(0, colon).trim().toLowerCase()
    define(headers, name, line.slice(colon + 1).trim())
  }
  return { headers, bytes: bytes.subarray(end + 4) }
}

function show (text: string): string {
  return JSON.stringify(shorten(text, 80))
}
