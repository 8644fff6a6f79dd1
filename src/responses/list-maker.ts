import { exactJson } from '../exact-json.ts'
import type { Naming } from './named-draw.ts'
import { highest, lowest } from './facets.ts'
import type { Facets } from './facets.ts'
import { LEAN_DEPTH } from './make.ts'
import type { Make, Makers, Run } from './make.ts'
import type { Schema } from '../schemas/schema.ts'

/** The most items of a list whose schemas set no bounds. */
const LONGEST = 3

/** How many more items are tried where all must differ. */
const ATTEMPTS = 30

/** Creates the maker of lists that fit schemas. */
export function listMaker (facets: Facets, makers: Makers, naming?: Naming): Make {
  const shortest = highest(facets, 'minItems') ?? 0
  const longest = lowest(facets, 'maxItems') ?? Infinity
  const isUnique = facets.some(({ uniqueItems }) => uniqueItems === true)
  const isOpen = facets.some(({ items }) => items !== undefined)
  const tuple = tupleLength(facets)
  const makerAt = itemMakers(facets, makers, { naming })
  const contained = containedItems(facets, makers)
  const uncountedAt = uncountedItems(facets, makers)

  const usualCount = ({ items, random }: Run): number => {
    if (tuple > 0) return tuple
    if (isOpen && items !== undefined) return items
    return isOpen || shortest > 0 ? 1 + random.below(LONGEST) : 0
  }

  return (whole, room, depth) => {
    const items: unknown[] = []
    const run = whole.items === undefined ? whole : { ...whole, items: undefined }
    for (const { count, makerAt: containedAt } of contained) {
      const share = Math.floor(room / 2)
      const places = new Set<number>()
      const makeNext = (run: Run, index: number): unknown => {
        // What was made for this place before was no new item.
        places.delete(index)
        if (places.size >= count) return undefined
        const item = containedAt(index)(run, share, depth + 1)
        if (item !== undefined) places.add(index)
        // The contained items may have to stand behind those of a tuple.
        return item ?? (index < tuple ? makerAt(index)(run, share, depth + 1) : undefined)
      }
      addItems(items, { isUnique, count: Math.min(count + tuple, longest - items.length), run, makeNext })
      if (places.size < count && !isFree(run)) return undefined
    }
    const isLean = depth > LEAN_DEPTH || room < 1 || run.optional === 0
    const wanted = isLean ? shortest : Math.max(shortest, Math.min(longest, usualCount(whole)))
    const share = Math.floor((room - wanted) / Math.max(1, wanted))
    const makeNext = (run: Run, index: number): unknown => {
      if (uncountedAt === undefined) return makerAt(index)(run, share, depth + 1)
      const item = uncountedAt(index)(run, share, depth + 1)
      return item ?? (index < shortest ? makerAt(index)(run, share, depth + 1) : undefined)
    }
    addItems(items, { isUnique, count: wanted - items.length, run, makeNext })
    const isOfLength = shortest <= items.length && items.length <= longest
    return isOfLength || isFree(run) ? items : undefined
  }
}

/** Returns whether a list may be incomplete. */
function isFree ({ budget, isLenient }: Run): boolean {
  return isLenient || budget.isSpent
}

/** Items that a list must contain. */
interface Contained {
  readonly count: number
  readonly makerAt: MakerAt
}

/** Lists the items that `contains` requires, with how many of each. */
function containedItems (facets: Facets, makers: Makers): Contained[] {
  const contained: Contained[] = []
  for (const { contains, minContains = 1 } of facets) {
    const count = typeof minContains === 'number' ? minContains : 1
    if (contains === undefined || count <= 0) continue
    contained.push({ count, makerAt: itemMakers(facets, makers, { further: [contains] }) })
  }
  return contained
}

/** Returns the makers of items that `maxContains` does not count; `undefined` where it counts none. */
function uncountedItems (facets: Facets, makers: Makers): MakerAt | undefined {
  const counted = facets.filter(({ contains, maxContains }) => contains !== undefined && maxContains !== undefined)
  if (counted.length === 0) return undefined
  return itemMakers(facets, makers, { further: counted.map(({ contains }) => ({ not: contains })) })
}

interface Addition {
  readonly isUnique: boolean
  readonly count: number
  readonly run: Run
  readonly makeNext: (run: Run, index: number) => unknown
}

function addItems (items: unknown[], { count, isUnique, makeNext, run }: Addition): void {
  const known = isUnique ? new Set(items.map(item => exactJson.stringify(item))) : undefined
  let next = run
  for (let left = count, attempts = 0; left > 0 && attempts < ATTEMPTS + count; attempts++) {
    const item = makeNext(next, items.length)
    if (item === undefined) return
    const text = known && exactJson.stringify(item)
    if (text !== undefined && known?.has(text)) {
      // The few examples of an item are soon used up.
      next = { ...run, from: 'chance' }
      continue
    }
    if (text !== undefined) known?.add(text)
    items.push(item)
    left--
  }
}

/** Returns the maker of the item at an index. */
type MakerAt = (index: number) => Make

interface ItemOptions {
  readonly further?: readonly unknown[]
  readonly naming?: Naming | undefined
}

/** Creates the function that returns the maker of the item at an index, which fits further schemas too. */
function itemMakers (facets: Facets, makers: Makers, { further = [], naming }: ItemOptions): MakerAt {
  const known = new Map<number, Make>()
  const last = tupleLength(facets)
  return index => {
    const place = Math.min(index, last)
    let make = known.get(place)
    if (make === undefined) {
      make = makers.of([...facets.map(facet => itemAt(facet, place)), ...further], { naming })
      known.set(place, make)
    }
    return make
  }
}

function itemAt ({ items, prefixItems }: Schema, index: number): unknown {
  return Array.isArray(prefixItems) && index < prefixItems.length ? prefixItems[index] : items
}

function tupleLength (facets: Facets): number {
  return Math.max(0, ...facets.map(({ prefixItems }) => Array.isArray(prefixItems) ? prefixItems.length : 0))
}
