import { isObject } from '../documents/is-object.ts'

/** The bytes that engines need for a text, a list or an object beside its content. */
const TEXT = 24
const LIST = 32
const OBJECT = 56
const SLOT = 8

/** Objects with so few members share their names with others; those with more have a table of them. */
const FEW = 20
const ENTRY = 64

/** Estimates how many bytes a value takes in this process. It counts shared parts each time. */
export function sizeOfValue (value: unknown): number {
  const waiting = [value]
  let size = 0
  while (waiting.length > 0) {
    const next = waiting.pop()
    size += SLOT
    if (typeof next === 'string') size += TEXT + next.length
    // A part of a buffer keeps the whole.
    else if (next instanceof Uint8Array) size += OBJECT + next.buffer.byteLength
    else if (Array.isArray(next)) {
      size += LIST
      for (const item of next) waiting.push(item)
    } else if (isObject(next)) {
      const names = Object.keys(next)
      size += OBJECT
      for (const name of names) {
        if (names.length > FEW) size += ENTRY + name.length
        waiting.push(next[name])
      }
    }
  }
  return size
}
