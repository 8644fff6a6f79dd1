import { JsonScan } from './json-scan.ts'
import type { JsonFlaws, JsonScanOptions } from './json-scan.ts'

/**
 * Finds what `JSON.parse` accepts silently, and the place of what it rejects. A syntax error ends the search.
 * It does not recurse, so no depth can overflow the stack.
 */
export function findJsonFlaws (text: string, options: Omit<JsonScanOptions, 'visit'>): JsonFlaws {
  return new JsonScan(text, options).run()
}
