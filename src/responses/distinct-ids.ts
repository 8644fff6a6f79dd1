import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { plainName } from './name-words.ts'

/** The names of numbers of which two things of one kind never have the same. */
const NAMES: ReadonlySet<string> = new Set(['id', 'uid', 'key', 'number', 'no'])

/** A number in the place of one that an item of a list has in common with another. */
export interface DistinctId {
  readonly index: number
  readonly name: string
  readonly id: number
}

/**
 * Lists other numbers for the items of a list that have the id of an item before them. An object that stands in a list
 * again is an example or a value of an enum, and stays.
 */
export function listDistinctIds (items: readonly unknown[]): DistinctId[] {
  const distinct: DistinctId[] = []
  const used = new Map<string, Set<number>>()
  const objects = new Set<object>()
  for (const [index, item] of items.entries()) {
    if (!isObject(item) || objects.has(item)) continue
    objects.add(item)
    for (const name of idNames(item)) {
      const ids = used.get(name) ?? new Set()
      used.set(name, ids)
      let id = Number(item[name])
      if (ids.has(id)) {
        while (ids.has(id)) id++
        distinct.push({ index, name, id })
      }
      ids.add(id)
    }
  }
  return distinct
}

function idNames (item: JsonObject): string[] {
  return Object.keys(item).filter(name => Number.isSafeInteger(item[name]) && NAMES.has(plainName(name)))
}
