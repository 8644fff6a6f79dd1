import { escapePointer } from './json-pointer.ts'

/** The deepest nesting of a document's values. Deeper ones could not be processed without an overflow of the stack. */
export const MAX_DEPTH = 1000

/** The most values of a document whose aliases repeat values, counted at each place. */
const MAX_VALUES = 1_000_000

/** Matches what may be an alias of YAML. */
const ALIAS = /(?:^|[\s,[{:-])\*[^\s*]/

/** The reason why a value is too large to be processed, and its place: a JSON pointer. */
export interface Excess {
  readonly pointer: string
  readonly message: string
}

/**
 * Finds the place at which the value of a text is nested too deeply, or has too many values as aliases repeat them;
 * returns `undefined` where there is none. It takes each object once, however often it is repeated.
 */
export function findExcess (root: unknown, text: string): Excess | undefined {
  // Without aliases, each level takes a character.
  if (!ALIAS.test(text) && (text.length < MAX_DEPTH || !isDeep(root))) return undefined
  const sizes = measure(root)
  const { depth = 0, values = 0 } = sizes.get(root) ?? {}
  if (depth > MAX_DEPTH) {
    const pointer = descend(root, (member, level) => (sizes.get(member)?.depth ?? 0) + level > MAX_DEPTH)
    return { pointer, message: `is nested more than ${MAX_DEPTH} levels deep` }
  }
  if (values <= Math.max(MAX_VALUES, 2 * text.length)) return undefined
  const pointer = descend(root, member => (sizes.get(member)?.values ?? 0) > MAX_VALUES)
  return { pointer, message: `has more than ${MAX_VALUES} values, as aliases repeat them` }
}

/** Returns whether a value without aliases is nested too deeply, in less time than it takes to measure it. */
function isDeep (root: unknown): boolean {
  let level: object[] = isNested(root) ? [root] : []
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= MAX_DEPTH) return true
    const next: object[] = []
    for (const value of level) {
      for (const member of Object.values(value)) if (isNested(member)) next.push(member)
    }
    level = next
  }
  return false
}

function isNested (value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

interface Size {
  readonly depth: number
  readonly values: number
}

/** Measures each object, the inner ones first; without recursion, which a deep one would overflow. */
function measure (root: unknown): Map<unknown, Size> {
  const sizes = new Map<unknown, Size>()
  const entered = new Set<unknown>()
  const waiting = [root]
  while (waiting.length > 0) {
    const value = waiting.at(-1)
    if (!isNested(value) || sizes.has(value)) {
      waiting.pop()
    } else if (entered.has(value)) {
      sizes.set(value, sizeOf(value, sizes))
      waiting.pop()
    } else {
      entered.add(value)
      // An object within itself is counted once.
      for (const member of Object.values(value)) if (!entered.has(member) || sizes.has(member)) waiting.push(member)
    }
  }
  return sizes
}

function sizeOf (value: object, sizes: ReadonlyMap<unknown, Size>): Size {
  let depth = 0
  let values = 1
  for (const member of Object.values(value)) {
    const size = sizes.get(member)
    depth = Math.max(depth, size?.depth ?? 0)
    values += size?.values ?? 1
  }
  return { depth: depth + 1, values }
}

/** Follows what is in excess, and returns the pointer of the innermost part that is. */
function descend (root: unknown, isExcess: (member: unknown, level: number) => boolean): string {
  let pointer = ''
  let value = root
  for (let level = 1; level <= MAX_DEPTH && isNested(value); level++) {
    const inner = Object.entries(value).find(([, member]) => isExcess(member, level))
    if (inner === undefined) break
    pointer += `/${escapePointer(inner[0])}`
    value = inner[1]
  }
  return pointer
}
