import { exactJson } from '../exact-json.ts'

/**
 * Compares two values as simple conditions do (Arazzo 1.1, "Simple Conditions"): texts without regard to case, a
 * numeric text as the number that it is compared with; null equals only itself.
 */
export function isEqual (left: unknown, right: unknown): boolean {
  const [a, b] = [left ?? null, right ?? null]
  if (a === null || b === null) return a === b
  if (typeof a === 'object' || typeof b === 'object') return canonical(a) === canonical(b)
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase()
  return compare(a, b) === 0
}

/** Returns the order of two values: negative, zero or positive; `undefined` where they have none. */
export function compare (left: unknown, right: unknown): number | undefined {
  if (left == null || right == null || typeof left === 'object' || typeof right === 'object') return undefined
  if (isNumeric(left) && isNumeric(right)) return order(Number(left), Number(right))
  return order(String(left).toLowerCase(), String(right).toLowerCase())
}

function isNumeric (value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'bigint') return true
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
}

function order (a: number | string, b: number | string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Writes a value as JSON whose members are sorted. */
function canonical (value: unknown): string {
  return exactJson.stringify(sorted(value))
}

function sorted (value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]))
}
