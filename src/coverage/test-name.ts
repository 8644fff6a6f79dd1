import { decodePercent } from '../messages/split-pairs.ts'
import type { RequestHeaders } from '../worlds/observers.ts'

/** The header by which requests name their test. */
const TEST_HEADER = 'x-standin-test'

/** The longest name of a test, in characters. */
const MAX_LENGTH = 200

/** Returns the name that a request gives to its test, as the header has it; empty where it gives none. */
export function testNameOf (headers: RequestHeaders): string {
  const name = headers[TEST_HEADER]
  if (typeof name !== 'string') return ''
  return name.length > MAX_LENGTH ? name.slice(0, MAX_LENGTH) : name
}

/** Decodes the name of a test: headers are Latin-1, so that other letters come as UTF-8, or percent-encoded. */
export function decodeTestName (name: string): string {
  const bytes = Buffer.from(name, 'latin1')
  const text = bytes.toString('utf8')
  const read = text.includes('\uFFFD') ? name : text
  return read.includes('%') ? decodePercent(read) ?? read : read
}
