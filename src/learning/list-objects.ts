import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'

const MAX_DEPTH = 8
const MAX_LOOKS = 20_000

/** An object within a body. */
export interface ObjectAt {
  readonly value: JsonObject
  /** The names that lead to it; `*` stands for the index of a list. */
  readonly path: readonly string[]
}

/** Lists the objects in a body, the outer before the inner. */
export function listObjects (body: unknown): ObjectAt[] {
  const found: ObjectAt[] = []
  const waiting: Array<{ readonly value: unknown, readonly path: readonly string[] }> = [{ value: body, path: [] }]
  for (let looks = 0; looks < MAX_LOOKS; looks++) {
    const next = waiting.shift()
    if (next === undefined) break
    const { path, value } = next
    if (path.length > MAX_DEPTH) continue
    if (Array.isArray(value)) {
      for (const item of value) waiting.push({ value: item, path: [...path, '*'] })
    } else if (isObject(value) && !ArrayBuffer.isView(value)) {
      found.push({ value, path })
      for (const [name, member] of Object.entries(value)) waiting.push({ value: member, path: [...path, name] })
    }
  }
  return found
}
