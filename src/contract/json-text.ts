import type { Place } from './contract.ts'
import { parsePointer } from './json-pointer.ts'
import { JsonScan } from './json-scan.ts'
import type { JsonFlaw } from './json-scan.ts'

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
export function placeAt (text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}
