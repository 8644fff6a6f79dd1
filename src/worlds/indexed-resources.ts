import { exactJson } from '../exact-json.ts'
import type { Resource } from './resource.ts'
import { ownMember } from '../documents/own-member.ts'
import type { Guard, ResourceIndex } from './resource-verbs.ts'
import { shortKey } from './short-key.ts'

/** Returns the key under which an index keeps values: values are equal where their JSON is. */
export function keyOf (values: readonly unknown[]): string {
  return shortKey(exactJson.stringify(values))
}

/** Lists of resources by the values of their members. */
export class IndexedResources {
  readonly #indexesOf = new Map<string, ResourceIndex[]>()
  readonly #lists = new Map<string, Map<string, Resource[]>>()

  constructor (indexes: readonly ResourceIndex[]) {
    for (const index of indexes) {
      const others = this.#indexesOf.get(index.type) ?? []
      this.#indexesOf.set(index.type, [...others, index])
      this.#lists.set(index.id, new Map())
    }
  }

  add (resource: Resource): void {
    for (const index of this.#indexesOf.get(resource.type) ?? []) {
      const list = this.#lists.get(index.id)
      const key = keyOf(valuesOf(resource, index))
      const others = list?.get(key)
      if (others === undefined) list?.set(key, [resource])
      else insertByNumber(others, resource)
    }
  }

  remove (resource: Resource): void {
    for (const index of this.#indexesOf.get(resource.type) ?? []) {
      const lists = this.#lists.get(index.id)
      const key = keyOf(valuesOf(resource, index))
      const others = lists?.get(key)
      const at = others?.indexOf(resource) ?? -1
      if (at !== -1) others?.splice(at, 1)
      // Keys may be new with every request: empty lists would fill the memory.
      if (others?.length === 0) lists?.delete(key)
    }
  }

  list (index: ResourceIndex, key: string): readonly Resource[] {
    return this.#lists.get(index.id)?.get(key) ?? []
  }

  /**
   * Returns the resources that count for a guard. It forgets those that can never count again, so that ended
   * jobs cost nothing.
   */
  counted ({ index, key, weigh }: Guard): readonly Resource[] {
    const lists = this.#lists.get(index.id)
    const candidates = lists?.get(key)
    if (candidates === undefined) return []
    const counted: Resource[] = []
    let kept = 0
    for (const resource of candidates) {
      const weight = weigh(resource)
      if (weight === 'counts') counted.push(resource)
      if (weight !== 'gone') candidates[kept++] = resource
    }
    candidates.length = kept
    if (kept === 0) lists?.delete(key)
    return counted
  }
}

/** Inserts a resource in order of its number, unless it is there already. */
function insertByNumber (resources: Resource[], resource: Resource): void {
  const place = placeAfter(resource.number, resources)
  if (resources[place - 1] !== resource) resources.splice(place, 0, resource)
}

/** Returns how many resources of an ordered list have this number or a lower one. */
function placeAfter (number: number, resources: readonly Resource[]): number {
  const latest = resources.at(-1)
  if (latest === undefined || latest.number <= number) return resources.length
  let low = 0
  let high = resources.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = resources[middle]
    if (other !== undefined && other.number <= number) low = middle + 1
    else high = middle
  }
  return low
}

function valuesOf (resource: Resource, { names }: ResourceIndex): unknown[] {
  return names.map(name => ownMember(resource.members, name) ?? ownMember(resource.hidden, name))
}
