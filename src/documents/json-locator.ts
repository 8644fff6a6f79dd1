import { findJsonOffset } from './find-json-flaws.ts'
import { escapePointer } from './json-pointer.ts'
import { JsonScan } from './json-scan.ts'
import { createLineIndex } from './line-index.ts'
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
  readonly placeAt: (offset: number) => SourcePosition
  /** Offsets of members and elements by JSON pointer. */
  readonly offsets: ReadonlyMap<string, number>
}

function indexJson (text: string): JsonIndex {
  const offsets = new Map<string, number>()
  const path: string[] = []
  const visit = (depth: number, name: string, offset: number): boolean => {
    if (depth > INDEXED_DEPTH) return true
    path.length = depth - 1
    path.push(escapePointer(name))
    offsets.set(`/${path.join('/')}`, offset)
    return true
  }
  new JsonScan(text, { maxDepth: Infinity, visit }).run()
  return { placeAt: createLineIndex(text), offsets }
}

function locateJson (text: string, { placeAt, offsets }: JsonIndex, pointer: string): SourcePosition {
  const tokens = pointer.split('/')
  let kept = Math.min(tokens.length, INDEXED_DEPTH + 1)
  while (kept > 1 && !offsets.has(tokens.slice(0, kept).join('/'))) kept--
  const start = offsets.get(tokens.slice(0, kept).join('/')) ?? 0
  const isDeeper = kept === INDEXED_DEPTH + 1 && tokens.length > kept
  const offset = isDeeper ? start + findWithin(text.slice(start), tokens.slice(kept)) : start
  return placeAt(offset)
}

/** Finds the offset of a pointer within the member or value at the start of a text. */
function findWithin (text: string, tokens: readonly string[]): number {
  const [colon = ''] = /^"(?:[^"\\]|\\.)*"\s*:/.exec(text) ?? []
  const found = findJsonOffset(text.slice(colon.length), ['', ...tokens].join('/'))
  return found === 0 ? 0 : colon.length + found
}
