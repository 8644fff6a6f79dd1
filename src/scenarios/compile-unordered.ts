import type { Fits } from './compile-schema.ts'

/** How the items of lists are compared: in order, in any order, or as some of the items in any order. */
export type ListMode = 'inOrder' | 'anyOrder' | 'contains'

/** The most objects and lists that are items of one list in any order: each may be compared with every item. */
export const MOST_UNORDERED = 100

export interface UnorderedOptions {
  readonly mode: ListMode
  /** Returns a text that is the same for equal plain values; `undefined` for objects and lists. */
  readonly keyOf: (value: unknown) => string | undefined
  /** Compiles an item that is an object or a list to a test. */
  readonly compileItem: (item: unknown) => Fits
}

/**
 * Compiles a list whose order does not matter to a test: each of its items must match an item of its own. Plain
 * values are counted; objects and lists, which may match several items, are assigned to items.
 */
export function compileUnordered (
  expected: readonly unknown[],
  { compileItem, keyOf, mode }: UnorderedOptions
): Fits {
  const counts = new Map<string, number>()
  const tests: Fits[] = []
  for (const item of expected) {
    const key = keyOf(item)
    if (key === undefined) tests.push(compileItem(item))
    else counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return value => {
    if (!Array.isArray(value)) return false
    const isLong = mode === 'contains' ? value.length >= expected.length : value.length === expected.length
    if (!isLong) return false
    const missing = new Map(counts)
    const others: unknown[] = []
    for (const item of value) {
      const key = keyOf(item)
      if (key === undefined) others.push(item)
      else if (missing.has(key)) countDown(missing, key)
    }
    return missing.size === 0 && canAssign(tests, others)
  }
}

function countDown (counts: Map<string, number>, key: string): void {
  const count = counts.get(key) ?? 0
  if (count > 1) counts.set(key, count - 1)
  else counts.delete(key)
}

/** Returns whether each test can have a value of its own that fits it (bipartite matching by augmenting paths). */
function canAssign (tests: readonly Fits[], values: readonly unknown[]): boolean {
  const owners = new Map<number, Fits>()
  const assign = (test: Fits, tried: Set<number>): boolean => {
    const fitting: number[] = []
    for (const [index, value] of values.entries()) {
      if (tried.has(index) || !test(value)) continue
      if (!owners.has(index)) {
        owners.set(index, test)
        return true
      }
      fitting.push(index)
    }
    // Each of these has an owner, which may have another value instead.
    return fitting.some(index => {
      const owner = owners.get(index)
      if (owner === undefined || tried.has(index)) return false
      tried.add(index)
      if (!assign(owner, tried)) return false
      owners.set(index, test)
      return true
    })
  }
  return tests.every(test => assign(test, new Set()))
}
