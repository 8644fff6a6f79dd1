/** The bytes that engines need for a text, a list or an object beside its content. */
const TEXT = 24
const LIST = 32
const OBJECT = 56
const SLOT = 8

/** Objects with so few members share their names with others; those with more have a table of them. */
const FEW = 20
const ENTRY = 64

/** The depth to which a value is measured by recursion, which is twice as fast as a list of what is left. */
const SHALLOW = 32

/** Estimates how many bytes a value takes in this process. It counts shared parts each time. */
export function sizeOfValue (value: unknown): number {
  return measure(value, 0)
}

function measure (value: unknown, depth: number): number {
  if (typeof value === 'string') return SLOT + TEXT + value.length
  if (typeof value !== 'object' || value === null) return SLOT
  if (depth === SHALLOW) return sizeOfDeepValue(value)
  // A part of a buffer keeps the whole.
  if (value instanceof Uint8Array) return SLOT + OBJECT + value.buffer.byteLength
  if (Array.isArray(value)) {
    let size = SLOT + LIST
    for (const item of value) size += measure(item, depth + 1)
    return size
  }
  let size = SLOT + OBJECT
  let count = 0
  let nameLength = 0
  // Values that are kept inherit no members that could be listed.
  for (const name in value) {
    count++
    nameLength += name.length
    size += measure((value as Record<string, unknown>)[name], depth + 1)
  }
  return count > FEW ? size + count * ENTRY + nameLength : size
}

/** Measures the parts of a deep value one by one: its depth must not be that of the stack. */
function sizeOfDeepValue (value: object): number {
  const waiting: object[] = [value]
  let size = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const parts = Object.values(next)
    for (const part of parts) {
      if (typeof part === 'object' && part !== null && !(part instanceof Uint8Array)) waiting.push(part)
      else size += measure(part, 0)
    }
    if (Array.isArray(next)) size += SLOT + LIST
    else size += SLOT + OBJECT + (parts.length > FEW ? parts.length * ENTRY + Object.keys(next).join('').length : 0)
  }
  return size
}
