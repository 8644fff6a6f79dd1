import { numberOf } from './exchange.ts'
import type { Exchange } from './exchange.ts'
import type { Evictable, Memory } from './memory.ts'
import type { Recorder } from './recorder.ts'
import { Ring } from './ring.ts'
import { sizeOfValue } from './size-of-value.ts'

/** The latest exchanges of a world, up to a number and as far as there is memory. */
export class Exchanges {
  readonly #memory: Memory
  readonly #kept: Ring<KeptExchange>
  #hasEnded = false
  /** How many were dropped to make room. */
  dropped = 0
  /** Is told of every change; `undefined` where nobody keeps them. */
  recorder: Recorder | undefined

  constructor (max: number, memory: Memory) {
    this.#memory = memory
    this.#kept = new Ring(max)
  }

  /** Adds an exchange that takes at most so many bytes. */
  append (exchange: Exchange, bytes: number): void {
    const kept = new KeptExchange(exchange, bytes, this)
    const dropped = this.#kept.push(kept)
    if (dropped !== kept) this.recorder?.changed('requests', keyOf(kept), exchange)
    if (dropped !== undefined) {
      this.#countDropped(dropped)
      this.#memory.remove(dropped)
    }
    if (dropped !== kept && !this.#hasEnded) this.#memory.add(kept)
  }

  /** Drops the oldest. */
  evictOldest (): void {
    const dropped = this.#kept.shift()
    if (dropped !== undefined) this.#countDropped(dropped)
  }

  clear (): void {
    this.release()
    for (const kept of this.#recorded()) this.recorder?.changed('requests', keyOf(kept), undefined)
    this.#kept.clear()
  }

  /** Lists all, oldest first. */
  list (): Exchange[] {
    return this.#kept.toArray().map(({ exchange }) => exchange)
  }

  items (): readonly Evictable[] {
    return this.#kept.toArray()
  }

  /** Gives back the memory when the world ends, though what is under way may still read. */
  end (): void {
    this.#hasEnded = true
    this.release()
  }

  release (): void {
    for (const kept of this.items()) this.#memory.remove(kept)
  }

  #recorded (): readonly KeptExchange[] {
    return this.recorder === undefined ? [] : this.#kept.toArray()
  }

  #countDropped (kept: KeptExchange): void {
    this.dropped++
    this.recorder?.changed('requests', keyOf(kept), undefined)
  }
}

class KeptExchange implements Evictable {
  readonly tier = 'history'
  readonly exchange: Exchange
  bytes: number
  isMeasured = false
  older: Evictable | undefined = undefined
  newer: Evictable | undefined = undefined
  isListed = false
  readonly #owner: Exchanges

  constructor (exchange: Exchange, bytes: number, owner: Exchanges) {
    this.exchange = exchange
    this.bytes = bytes
    this.#owner = owner
  }

  measure (): number {
    return sizeOfValue(this.exchange)
  }

  /** All exchanges of all worlds are evicted in their order: this one is the oldest of its world. */
  evict (): void {
    this.#owner.evictOldest()
  }
}

function keyOf ({ exchange }: KeptExchange): string {
  return String(numberOf(exchange))
}
