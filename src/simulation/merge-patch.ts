import { isDeepStrictEqual } from 'node:util'
import { isObject } from '../documents/is-object.ts'

/** Applies a JSON merge patch (RFC 7396): members that are null go, objects are merged, all else takes the place of what was. */
export function mergePatch (target: unknown, patch: unknown): unknown {
  return isObject(patch) ? mergeMembers(isObject(target) ? target : {}, patch) : patch
}

/** The same with two objects, which give an object. */
export function mergeMembers (target: Readonly<Record<string, unknown>>, patch: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const merged = new Map(Object.entries(target))
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name)
    else merged.set(name, mergePatch(merged.get(name), value))
  }
  return Object.fromEntries(merged)
}

/** Takes back what a merge patch changed of a value that was there before, but for what has been changed since. */
export function undoPatch (current: unknown, patch: unknown, before: unknown): unknown {
  if (!isObject(patch)) return isDeepStrictEqual(current, patch) || patch === null ? before : current
  if (!isObject(current)) return current
  const undone = new Map(Object.entries(current))
  for (const [name, change] of Object.entries(patch)) {
    const value = undoPatch(undone.get(name), change, isObject(before) && Object.hasOwn(before, name) ? before[name] : undefined)
    if (value === undefined) undone.delete(name)
    else undone.set(name, value)
  }
  return undone.size === 0 && before === undefined ? undefined : Object.fromEntries(undone)
}
