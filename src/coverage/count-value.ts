import type { Hits } from './hits.ts'

/** How a value of requests is counted. */
export interface CountedValue {
  readonly members: readonly CountedMember[]
  /** The items of a list; `undefined` where they have no cells. */
  readonly items: CountedValue | undefined
  /** The cells of enumerated values. */
  readonly values: ReadonlyMap<unknown, number> | undefined
  /** Whether nothing in it has a cell. */
  readonly isPlain: boolean
}

export interface CountedMember {
  readonly name: string
  /** Whether objects that lack the member have something else by its name, as by `constructor`. */
  readonly isInherited: boolean
  readonly cell: number
  readonly value: CountedValue
}

/** How many members and items of one body are looked at, so that a large body costs no more than that. */
const MAX_LOOKS = 1_000

/** Counts the members and the enumerated values that a request has, as far as there are not too many. */
export function countValue (counted: CountedValue, value: unknown, hits: Hits): void {
  if (!counted.isPlain) walk(counted, value, hits, MAX_LOOKS)
}

/** Returns how many looks are left. */
function walk ({ items, members, values }: CountedValue, value: unknown, hits: Hits, looks: number): number {
  const cell = values?.get(value)
  if (cell !== undefined) hits.touch(cell)
  if (typeof value !== 'object' || value === null) return looks
  return Array.isArray(value) ? walkItems(items, value, hits, looks) : walkMembers(members, value, hits, looks)
}

function walkItems (items: CountedValue | undefined, list: readonly unknown[], hits: Hits, looks: number): number {
  if (items === undefined) return looks
  let left = looks
  for (const item of list) {
    if (left <= 0) return 0
    left = walk(items, item, hits, left - 1)
  }
  return left
}

/** Asks for the members that are declared: an object may have any number of others. */
function walkMembers (members: readonly CountedMember[], object: object, hits: Hits, looks: number): number {
  let left = looks
  for (const member of members) {
    if (left <= 0) return 0
    left--
    const value = memberOf(object, member)
    if (value === undefined) continue
    hits.touch(member.cell)
    if (!member.value.isPlain) left = walk(member.value, value, hits, left)
  }
  return left
}

function memberOf (object: object, { isInherited, name }: CountedMember): unknown {
  if (isInherited && !Object.hasOwn(object, name)) return undefined
  // A cast: any object may be asked for any name.
  return (object as Record<string, unknown>)[name]
}
