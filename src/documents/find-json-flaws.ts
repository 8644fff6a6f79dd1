import { parseJsonPointer } from './json-pointer.ts'
import { JsonScan } from './json-scan.ts'
import type { JsonFlaws, JsonScanOptions } from './json-scan.ts'

/**
 * Finds what `JSON.parse` accepts silently, and the place of what it rejects. A syntax error ends the search.
 * It does not recurse, so no depth can overflow the stack.
 */
export function findJsonFlaws (text: string, options: Omit<JsonScanOptions, 'visit'>): JsonFlaws {
  return new JsonScan(text, options).run()
}

/** Finds the offset of a JSON pointer's member name or element, or of its nearest parent. */
export function findJsonOffset (text: string, pointer: string): number {
  const names = parseJsonPointer(pointer) ?? []
  let matched = 0
  let found = 0
  const visit = (depth: number, name: string, offset: number): boolean => {
    if (depth <= matched) return false
    if (depth === matched + 1 && name === names[matched]) {
      matched = depth
      found = offset
    }
    return matched < names.length
  }
  new JsonScan(text, { maxDepth: Infinity, visit }).run()
  return found
}
