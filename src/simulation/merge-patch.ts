import { isDeepStrictEqual } from 'node:util'
import { isObject } from '../documents/is-object.ts'

/**
 * Applies a JSON merge patch (RFC 7396): removes members that are null, merges objects, and replaces all else.
 */
export function mergePatch (target: unknown, patch: unknown): unknown {
  return isObject(patch) ? mergeMembers(isObject(target) ? target : {}, patch) : patch
}

/** Applies a JSON merge patch to an object. */
export function mergeMembers (
  target: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>
): Record<string, unknown> {
  const merged = new Map(Object.entries(target))
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name)
    else merged.set(name, mergePatch(merged.get(name), value))
  }
  return Object.fromEntries(merged)
}

/** Undoes a merge patch of the value `before`, except for what has been changed since. */
export function undoPatch (current: unknown, patch: unknown, before: unknown): unknown {
  if (!isObject(patch)) return isDeepStrictEqual(current, patch) || patch === null ? before : current
  if (!isObject(current)) return current
  const undone = new Map(Object.entries(current))
  for (const [name, change] of Object.entries(patch)) {
    const value = undoPatch(
      undone.get(name),
      change,
      isObject(before) && Object.hasOwn(before, name) ? before[name] : undefined
    )
    if (value === undefined) undone.delete(name)
    else undone.set(name, value)
  }
  return undone.size === 0 && before === undefined ? undefined : Object.fromEntries(undone)
}
