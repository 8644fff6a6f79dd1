import { parseJsonPointer } from './json-pointer.ts'
import { JsonScan } from './json-scan.ts'
import type { JsonFlaw } from './json-scan.ts'
import type { SourcePosition } from './source-position.ts'

/**
 * Finds what `JSON.parse` accepts silently, and the place of what it rejects. A syntax error ends the search.
 * It does not recurse, so no depth can overflow the stack.
 */
export function findJsonFlaws (text: string, maxDepth: number): JsonFlaw[] {
  return new JsonScan(text, maxDepth, () => true).run()
}

/** Finds the offset of a JSON pointer's member name or element, or of its nearest parent. */
export function findJsonOffset (text: string, pointer: string): number {
  const names = parseJsonPointer(pointer) ?? []
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

/** Returns the line and column of an offset in a text. */
export function placeAt (text: string, offset: number): SourcePosition {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}
