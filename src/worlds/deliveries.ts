import type { Delivery, DeliveryChange } from './delivery.ts'
import type { Evictable, Memory } from './memory.ts'
import type { Recorder } from './recorder.ts'
import { sizeOfValue } from './size-of-value.ts'

/**
 * The least number of callbacks to keep, however short the journal is: one that is evicted while it waits is
 * never sent.
 */
const LEAST = 1_000

/** Is told of a callback that was evicted. */
export type WatchEvicted = (delivery: Delivery) => void

/** The callbacks of a world, up to a number and as far as there is memory. */
export class Deliveries {
  readonly #max: number
  readonly #memory: Memory
  readonly #kept = new Map<Delivery, KeptDelivery>()
  #hasEnded = false
  #watch: WatchEvicted = () => {}
  /** How many were dropped to make room. */
  dropped = 0
  /** Is told of every change; `undefined` where nobody keeps them. */
  recorder: Recorder | undefined

  constructor (max: number, memory: Memory) {
    this.#max = Math.max(LEAST, max)
    this.#memory = memory
  }

  /** Calls a watcher for each callback that is evicted from now on. */
  watch (watcher: WatchEvicted): void {
    this.#watch = watcher
  }

  /**
   * Adds a callback with the bytes of what it waits with. Past the number, the oldest that waits for nothing is
   * evicted, or else the oldest.
   */
  add (delivery: Delivery, bytes: number): void {
    this.#keep(delivery, bytes)
    this.recorder?.changed('callbacks', delivery.id, delivery)
    if (this.#kept.size <= this.#max) return
    const all = [...this.#kept.keys()]
    const dropped = all.find(({ state }) => state !== 'waiting') ?? all[0]
    if (dropped !== undefined) this.evict(dropped)
  }

  /** Changes a callback in place; one that was evicted, too, as it may still be under way. */
  update (delivery: Delivery, change: DeliveryChange): void {
    Object.assign(delivery, change)
    const kept = this.#kept.get(delivery)
    if (kept !== undefined) this.recorder?.changed('callbacks', delivery.id, delivery)
    const hasEnded = delivery.state !== 'waiting'
    if (kept === undefined || (change.body === undefined && hasEnded === (kept.tier === 'history'))) return
    this.#memory.remove(kept)
    this.#keep(delivery, hasEnded ? 0 : kept.waitingBytes)
  }

  /** Lists all, oldest first. */
  list (): Delivery[] {
    return [...this.#kept.keys()]
  }

  evict (delivery: Delivery): void {
    const kept = this.#kept.get(delivery)
    if (kept === undefined) return
    this.#memory.remove(kept)
    this.#kept.delete(delivery)
    this.dropped++
    this.recorder?.changed('callbacks', delivery.id, undefined)
    this.#watch(delivery)
  }

  items (): Iterable<Evictable> {
    return this.#kept.values()
  }

  /** Gives back the memory when the world ends. */
  end (): void {
    this.#hasEnded = true
    for (const kept of this.#kept.values()) this.#memory.remove(kept)
  }

  #keep (delivery: Delivery, waitingBytes: number): void {
    const kept = new KeptDelivery(delivery, waitingBytes, this)
    this.#kept.set(delivery, kept)
    if (!this.#hasEnded) this.#memory.add(kept)
  }
}

class KeptDelivery implements Evictable {
  readonly tier: 'history' | 'state'
  readonly bytes: number
  /** The bytes of what it waits with. */
  readonly waitingBytes: number
  readonly #delivery: Delivery
  readonly #owner: Deliveries

  constructor (delivery: Delivery, waitingBytes: number, owner: Deliveries) {
    this.tier = delivery.state === 'waiting' ? 'state' : 'history'
    // The body is kept as its value and as its text.
    this.bytes = waitingBytes + sizeOfValue(delivery) + sizeOfValue(delivery.body)
    this.waitingBytes = waitingBytes
    this.#delivery = delivery
    this.#owner = owner
  }

  evict (): void {
    this.#owner.evict(this.#delivery)
  }
}
