import { isUtf8 } from 'node:buffer'
import { isObject } from '../documents/is-object.ts'
import { readJson } from '../documents/read-document.ts'
import { InvalidHar } from '../errors.ts'
import { shortJson } from '../schemas/short-json.ts'
import { HarProblems } from './har-problems.ts'
import { readHarEntry } from './read-har-entry.ts'
import type { RecordedExchange } from './recorded-exchange.ts'

/** An entry of a HAR file that is no exchange over HTTP. */
export interface LeftOutEntry {
  /** JSON pointer: `/log/entries/3`. */
  readonly pointer: string
  /** A clause: `its URL is not http or https`. */
  readonly why: string
}

/** The exchanges of a HAR file. */
export interface HarReading {
  /** In the order in which they were sent. */
  readonly exchanges: readonly RecordedExchange[]
  readonly leftOut: readonly LeftOutEntry[]
}

/**
 * Reads a HAR file (HAR 1.2), as browsers and proxies write them. Members that nobody needs may be missing. `file` is
 * the name in messages. Throws `InvalidHar`, which lists the first problems with their places.
 */
export function readHar (bytes: Buffer, file: string): HarReading {
  const entries = entriesOf(parseHar(bytes, file), file)
  const problems = new HarProblems(file)
  const exchanges: RecordedExchange[] = []
  const leftOut: LeftOutEntry[] = []
  let before = 0
  for (const [index, entry] of entries.entries()) {
    const pointer = `/log/entries/${index}`
    const read = readHarEntry(entry, { pointer, problems, before })
    if (read === undefined) continue
    if ('why' in read) {
      leftOut.push(read)
      continue
    }
    before = read.startedAt
    exchanges.push(read)
  }
  problems.reject()
  // Chrome lists entries by their pages, and others as their responses came.
  return { exchanges: exchanges.sort((a, b) => a.startedAt - b.startedAt), leftOut }
}

function parseHar (bytes: Buffer, file: string): unknown {
  if (bytes.length === 0) throw new InvalidHar(file, 'it is empty')
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new InvalidHar(file, 'it is compressed; decompress it with gunzip')
  if (bytes.toString('latin1', 0, 2) === 'PK') throw new InvalidHar(file, 'it is a ZIP archive; extract its .har file')
  if (!isUtf8(bytes)) throw new InvalidHar(file, 'it is not UTF-8, as HAR files are')
  const reading = readJson(bytes.toString())
  if (reading.kind === 'value') return reading.value
  const [{ message, place } = { message: 'is not JSON', place: { line: 1, column: 1 } }] = reading.problems
  throw new InvalidHar(file, `at line ${place.line}, column ${place.column}, it ${message}`)
}

const EXPORT = 'export it again as HAR 1.2 with content'

function entriesOf (har: unknown, file: string): readonly unknown[] {
  const log = isObject(har) ? har.log : undefined
  if (!isObject(log)) {
    const came = shortJson(isObject(har) ? Object.keys(har) : har, undefined)
    const what = isObject(har) ? `the members ${came}` : came
    throw new InvalidHar(file, `it must be an object with the member "log", but has ${what}; ${EXPORT}`)
  }
  if (Array.isArray(log.entries)) return log.entries
  const came = log.entries === undefined ? 'is missing' : `is ${shortJson(log.entries, undefined)}`
  throw new InvalidHar(file, `/log/entries must be a list, but ${came}; ${EXPORT}`)
}
