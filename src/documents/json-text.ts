import { escapePointer, parsePointer } from './json-pointer.ts'
import { JsonScan } from './json-scan.ts'
import type { JsonFlaw } from './json-scan.ts'
import type { SourcePosition } from './source-position.ts'

/** Finds what `JSON.parse` keeps silent about, and places what it refuses. It does not recurse, so no depth can harm it; a syntax error ends it. */
export function findJsonFlaws (text: string, maxDepth: number): JsonFlaw[] {
  return new JsonScan(text, maxDepth, () => true).run()
}

/** Where in a JSON text a pointer leads: a member's name or an element; the nearest parent's offset where it leads nowhere. */
export function findJsonOffset (text: string, pointer: string): number {
  const names = parsePointer(pointer) ?? []
  let matched = 0
  let found = 0
  new JsonScan(text, Infinity, (depth, name, offset) => {
    if (depth <= matched) return false
    if (depth === matched + 1 && name === names[matched]) {
      matched = depth
      found = offset
    }
    return matched < names.length
  }).run()
  return found
}

/** Line and column of an offset in a text. */
export function placeAt (text: string, offset: number): SourcePosition {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}

/** Makes a function that finds places in a JSON text. It reads the whole of it once, when it is first asked, for where the parts begin that are close to the root. */
export function createJsonLocator (text: string): (pointer: string) => SourcePosition {
  let index: JsonIndex | undefined
  return pointer => {
    index ??= indexJson(text)
    return locateJson(text, index, pointer)
  }
}

/** How deep the parts are whose offsets are kept: `/components/schemas/Order`. */
const INDEXED_DEPTH = 3

interface JsonIndex {
  readonly lineStarts: readonly number[]
  /** Offsets of members and elements, by their JSON pointers. */
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
  return placeIn(lineStarts, isDeeper ? start + findWithin(text.slice(start), tokens.slice(kept)) : start)
}

/** Where a pointer leads in the value of the member with which a text begins, or which it begins with. */
function findWithin (text: string, tokens: readonly string[]): number {
  const [colon = ''] = /^"(?:[^"\\]|\\.)*"\s*:/.exec(text) ?? []
  const found = findJsonOffset(text.slice(colon.length), ['', ...tokens].join('/'))
  return found === 0 ? 0 : colon.length + found
}

function placeIn (lineStarts: readonly number[], offset: number): SourcePosition {
  let line = 0
  for (let step = 2 ** Math.floor(Math.log2(lineStarts.length)); step >= 1; step /= 2) {
    if ((lineStarts[line + step] ?? Infinity) <= offset) line += step
  }
  return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 }
}
