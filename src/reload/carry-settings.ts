import { parsePointer } from '../documents/json-pointer.ts'
import { isObject } from '../documents/is-object.ts'
import type { Violation } from '../schemas/violation.ts'
import { DEFAULT_SETTINGS } from '../worlds/settings.ts'
import type { Settings } from '../worlds/settings.ts'
import type { World } from '../worlds/world.ts'
import type { Dropped } from './dropped.ts'

/** Takes out of the settings of a world what speaks of things that are gone. */
export function carrySettings (world: World, check: (settings: Settings) => readonly Violation[]): Dropped[] {
  if (world.settings === DEFAULT_SETTINGS) return []
  const violations = check(world.settings)
  for (const { pointer } of violations) {
    world.settings = without(world.settings, parsePointer(pointer) ?? []) as Settings  // none of its first members ever goes
  }
  return violations.map(({ message, pointer }) => ({ kind: 'setting', of: pointer.slice(1), world: world.name, reason: message }))
}

function without (value: unknown, [name, ...names]: readonly string[]): unknown {
  if (!isObject(value) || name === undefined || !Object.hasOwn(value, name)) return value
  const { [name]: member, ...others } = value
  return names.length === 0 ? others : { ...value, [name]: without(member, names) }
}
