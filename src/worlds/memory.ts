import { LinkedList } from './linked-list.ts'
import type { Linked } from './linked-list.ts'

/**
 * What is evicted to make room, in this order: exchanges, ended callbacks and generated bodies first, as
 * nothing depends on them; then remembered answers and waiting callbacks; then resources that requests
 * created.
 */
export const TIERS = ['history', 'state', 'resources'] as const

export type Tier = (typeof TIERS)[number]

/** Something that takes memory, and can be evicted. */
export interface Evictable extends Linked<Evictable> {
  readonly tier: Tier
  /** How many bytes it takes: at most so many, until it has been measured. */
  bytes: number
  /** Measures how many bytes it takes; absent where `bytes` is exact already. */
  readonly measure?: () => number
  /** Whether it has been measured. */
  isMeasured?: boolean
  /** Removes it from where it is kept. */
  evict (): void
}

/** The share of the memory that history may take: a flood of large bodies leaves the rest to what counts. */
const SHARE_OF_HISTORY = 0.5

/**
 * The memory for what all worlds of a server keep of requests. What clients send determines how
 * large that is: numbers of things do not bound it.
 */
export class Memory {
  /** The most bytes that are kept. */
  readonly max: number
  readonly #items: Readonly<Record<Tier, LinkedList<Evictable>>> = {
    history: new LinkedList(),
    state: new LinkedList(),
    resources: new LinkedList()
  }

  readonly #used: Record<Tier, number> = { history: 0, state: 0, resources: 0 }
  /** Whether there has ever been too little room: then what is added is measured at once. */
  #isTight = false

  constructor (max = Infinity) {
    this.max = max
  }

  /** How many bytes are kept. */
  get used (): number {
    return this.#used.history + this.#used.state + this.#used.resources
  }

  /** Adds an item that is kept already, and evicts others, or itself, while there is too little room. */
  add (item: Evictable): void {
    if (this.#isTight) measure(item)
    this.#items[item.tier].add(item)
    this.#used[item.tier] += item.bytes
    if (this.#isFull('history')) this.#makeRoom()
  }

  remove (item: Evictable): void {
    if (this.#items[item.tier].remove(item)) this.#used[item.tier] -= item.bytes
  }

  /** Returns how many bytes items take together, measured. */
  bytesOf (items: Iterable<Evictable>): number {
    let sum = 0
    for (const item of items) {
      if (item.isListed === true) this.#measure(item)
      sum += item.bytes
    }
    return sum
  }

  /** Evicts the oldest items while there are too many bytes. */
  #makeRoom (): void {
    if (!this.#isTight) this.#measureAll()
    for (const tier of TIERS) {
      while (this.#isFull(tier)) {
        const { oldest } = this.#items[tier]
        if (oldest === undefined) break
        oldest.evict()
        this.remove(oldest)
      }
    }
  }

  #measureAll (): void {
    this.#isTight = true
    for (const tier of TIERS) {
      for (const item of this.#items[tier]) this.#measure(item)
    }
  }

  #measure (item: Evictable): void {
    this.#used[item.tier] -= item.bytes
    measure(item)
    this.#used[item.tier] += item.bytes
  }

  /** Tells whether items of a tier must make room. */
  #isFull (tier: Tier): boolean {
    const isOverShare = tier === 'history' && this.#used.history > this.max * SHARE_OF_HISTORY
    return isOverShare || this.used > this.max
  }
}

function measure (item: Evictable): void {
  if (item.measure === undefined || item.isMeasured === true) return
  item.bytes = item.measure()
  item.isMeasured = true
}
