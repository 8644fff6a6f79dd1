import { MAX_DEPTH } from './find-excess.ts'
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

/**
 * The depth below a part to which offsets are kept: nothing deeper is told of, and the pointers of each level would
 * together take the square of the depth.
 */
const DEEPEST = 2 * MAX_DEPTH

interface JsonIndex {
  readonly placeAt: (offset: number) => SourcePosition
  /** Offsets of members and elements by JSON pointer. */
  readonly offsets: ReadonlyMap<string, number>
  /** The part below these that was looked into last: many pointers in succession are in one. */
  latest: JsonPart | undefined
}

interface JsonPart {
  readonly start: number
  /** Offsets of its members and elements, by JSON pointer relative to it, without the first slash. */
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
  return { placeAt: createLineIndex(text), offsets, latest: undefined }
}

function locateJson (text: string, index: JsonIndex, pointer: string): SourcePosition {
  const { offsets, placeAt } = index
  const tokens = pointer.split('/')
  let kept = Math.min(tokens.length, INDEXED_DEPTH + 1)
  while (kept > 1 && !offsets.has(tokens.slice(0, kept).join('/'))) kept--
  const start = offsets.get(tokens.slice(0, kept).join('/')) ?? 0
  const isDeeper = kept === INDEXED_DEPTH + 1 && tokens.length > kept
  if (!isDeeper) return placeAt(start)
  if (index.latest?.start !== start) index.latest = indexPart(text, start)
  return placeAt(findWithin(index.latest, tokens.slice(kept)))
}

/** Reads the member or value that begins at an offset. */
function indexPart (text: string, start: number): JsonPart {
  const part = text.slice(start)
  const [colon = ''] = /^"(?:[^"\\]|\\.)*"\s*:/.exec(part) ?? []
  const from = start + colon.length
  const offsets = new Map<string, number>()
  const path: string[] = []
  const visit = (depth: number, name: string, offset: number): boolean => {
    if (depth > DEEPEST) return true
    path.length = depth - 1
    path.push(escapePointer(name))
    const pointer = path.join('/')
    if (!offsets.has(pointer)) offsets.set(pointer, from + offset)
    return true
  }
  // What follows the part ends the scan.
  new JsonScan(part.slice(colon.length), { maxDepth: Infinity, visit }).run()
  return { start, offsets }
}

/** Finds the offset of a relative pointer, or of its nearest parent. */
function findWithin ({ offsets, start }: JsonPart, tokens: readonly string[]): number {
  for (let length = tokens.length; length > 0; length--) {
    const offset = offsets.get(tokens.slice(0, length).join('/'))
    if (offset !== undefined) return offset
  }
  return start
}
