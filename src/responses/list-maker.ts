import { exactJson } from '../exact-json.ts'
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
export function listMaker (facets: Facets, makers: Makers): Make {
  const shortest = highest(facets, 'minItems') ?? 0
  const longest = lowest(facets, 'maxItems') ?? Infinity
  const isUnique = facets.some(({ uniqueItems }) => uniqueItems === true)
  const isOpen = facets.some(({ items }) => items !== undefined)
  const tuple = tupleLength(facets)
  const makerAt = itemMakers(facets, makers)
  const contained = containedItems(facets, makers)

  const usualCount = ({ random }: Run): number => {
    if (tuple > 0) return tuple
    return isOpen || shortest > 0 ? 1 + random.below(LONGEST) : 0
  }

  return (run, room, depth) => {
    const items: unknown[] = []
    for (const { count, make } of contained) {
      addItems(items, { isUnique, count, run, makeNext: run => make(run, Math.floor(room / 2), depth + 1) })
    }
    const isLean = depth > LEAN_DEPTH || room < 1 || run.optional === 0
    const wanted = isLean ? shortest : Math.max(shortest, Math.min(longest, usualCount(run)))
    const share = Math.floor((room - wanted) / Math.max(1, wanted))
    const makeNext = (run: Run, index: number) => makerAt(index)(run, share, depth + 1)
    addItems(items, { isUnique, count: wanted - items.length, run, makeNext })
    return items.length < shortest ? undefined : items
  }
}

interface Contained {
  readonly make: Make
  readonly count: number
}

/** Lists the items that `contains` requires, with how many of each. */
function containedItems (facets: Facets, makers: Makers): Contained[] {
  const required = facets.filter(({ contains }) => contains !== undefined)
  return required.map(({ contains, items, minContains }) => ({
    make: makers.of(items === undefined ? [contains] : [contains, items]),
    count: typeof minContains === 'number' ? minContains : 1
  }))
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

/** Creates the function that returns the maker of the item at an index. */
function itemMakers (facets: Facets, makers: Makers): (index: number) => Make {
  const known = new Map<number, Make>()
  const last = tupleLength(facets)
  return index => {
    const place = Math.min(index, last)
    let make = known.get(place)
    if (make === undefined) {
      make = makers.of(facets.map(facet => itemAt(facet, place)))
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
