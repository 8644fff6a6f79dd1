import { isObject } from '../documents/is-object.ts'
import type { Inner } from './list-enveloped.ts'

/** How many objects of a value are arranged. */
const MOST_OBJECTS = 500

/** Lists the objects of a value, each before those within it; none that stay as they are. */
export function listObjects (value: unknown, fixed: ReadonlySet<unknown>): Inner[] {
  const objects: Inner[] = []
  const waiting: Array<{ readonly path: readonly string[], readonly part: unknown }> = [{ path: [], part: value }]
  for (let index = 0; index < waiting.length && objects.length < MOST_OBJECTS; index++) {
    const { part, path } = waiting[index] ?? { path: [], part: undefined }
    if (typeof part !== 'object' || part === null || fixed.has(part)) continue
    if (isObject(part)) objects.push({ path, object: part })
    for (const [name, inner] of Object.entries(part)) {
      if (typeof inner === 'object') waiting.push({ path: [...path, name], part: inner })
    }
  }
  return objects
}
