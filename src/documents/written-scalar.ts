import type { SourceText } from './origins.ts'
import { withoutMark } from './read-document.ts'

type Scalar = number | boolean

/**
 * Returns a number, true or false as a text has it at a JSON pointer: `007`, `1.0`, `1e3`. Finding a place takes long
 * in a large text, so it looks only for values that the text writes in an unusual way somewhere.
 */
export function writtenScalar (value: Scalar, source: SourceText, pointer: string): string {
  const { lines, unusual } = scan(source)
  if (!unusual.has(value)) return String(value)
  const { line, column } = source.locate(pointer)
  const rest = lines[line - 1]?.slice(column - 1) ?? ''
  const isItem = /\/\d+$/.test(pointer)
  const [written = ''] = /^[^\s,\]}]+/.exec(isItem ? rest : rest.replace(NAME, '')) ?? []
  return readScalar(written) === value ? written : String(value)
}

/** Matches the name of a member, at whose start its place is. */
const NAME = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s:]+)\s*:\s*/

interface Scan {
  readonly lines: readonly string[]
  /** The values that are written at least once in another way than JavaScript writes them. */
  readonly unusual: ReadonlySet<Scalar | undefined>
}

const scans = new WeakMap<SourceText, Scan>()

/** Matches numbers, true and false as YAML and JSON write them, but not parts of dates and versions. */
const SCALARS = /(?<![\w.+-])(?:[+-]?(?:0[xo][\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|true|false)(?![\w.+-])/gi

function scan (source: SourceText): Scan {
  let found = scans.get(source)
  if (found === undefined) {
    const text = withoutMark(source.text)
    const unusual = (text.match(SCALARS) ?? []).filter(written => String(readScalar(written)) !== written)
    found = { lines: text.split(/\r\n|\r|\n/), unusual: new Set(unusual.map(readScalar)) }
    scans.set(source, found)
  }
  return found
}

function readScalar (text: string): Scalar | undefined {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
}
