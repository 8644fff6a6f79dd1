import { findJsonOffset } from './find-json-flaws.ts'
import { escapePointer } from './json-pointer.ts'
import { JsonScan } from './json-scan.ts'
import type { SourcePosition } from './source-position.ts'

/**
 * Returns a function that finds the line and column of a JSON pointer in a JSON text, or of its nearest parent.
 * Its first call reads the whole text once, and keeps the offsets of the parts near the root.
 */
export function createJsonLocator (text: string): (pointer: string) => SourcePosition {
  let index: JsonIndex | undefined
  return pointer => {
    index ??= indexJson(text)
    return locateJson(text, index, pointer)
  }
}

/** The depth to which offsets are kept: that of `/components/schemas/Order`. */
const INDEXED_DEPTH = 3

interface JsonIndex {
  readonly lineStarts: readonly number[]
  /** Offsets of members and elements by JSON pointer. */
  readonly offsets: ReadonlyMap<string, number>
}

function indexJson (text: string): JsonIndex {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  const offsets = new Map<string, number>()
  const path: string[] = []
  new JsonScan(text, Infinity, (depth, name, offset) => {
    if (depth > INDEXED_DEPTH) return true
    path.length = depth - 1
    path.push(escapePointer(name))
    offsets.set(`/${path.join('/')}`, offset)
    return true
  }).run()
  return { lineStarts, offsets }
}

function locateJson (text: string, { lineStarts, offsets }: JsonIndex, pointer: string): SourcePosition {
  const tokens = pointer.split('/')
  let kept = Math.min(tokens.length, INDEXED_DEPTH + 1)
  while (kept > 1 && !offsets.has(tokens.slice(0, kept).join('/'))) kept--
  const start = offsets.get(tokens.slice(0, kept).join('/')) ?? 0
  const isDeeper = kept === INDEXED_DEPTH + 1 && tokens.length > kept
  const offset = isDeeper ? start + findWithin(text.slice(start), tokens.slice(kept)) : start
  return positionIn(lineStarts, offset)
}

/** Finds the offset of a pointer within the member or value at the start of a text. */
function findWithin (text: string, tokens: readonly string[]): number {
  const [colon = ''] = /^"(?:[^"\\]|\\.)*"\s*:/.exec(text) ?? []
  const found = findJsonOffset(text.slice(colon.length), ['', ...tokens].join('/'))
  return found === 0 ? 0 : colon.length + found
}

/** Finds the line of an offset by binary search. */
function positionIn (lineStarts: readonly number[], offset: number): SourcePosition {
  let line = 0
  for (let step = 2 ** Math.floor(Math.log2(lineStarts.length)); step >= 1; step /= 2) {
    if ((lineStarts[line + step] ?? Infinity) <= offset) line += step
  }
  return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 }
}
