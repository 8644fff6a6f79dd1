import type { Delivery, DeliveryChange } from './delivery.ts'

/**
 * The least number of callbacks to keep, however short the journal is: one that is evicted while it waits is
 * never sent.
 */
const LEAST = 1_000

/** The callbacks of a world, up to a number. */
export class Deliveries {
  readonly #max: number
  readonly #deliveries: Delivery[] = []
  /** How many were dropped to make room. */
  dropped = 0

  constructor (max: number) {
    this.#max = Math.max(LEAST, max)
  }

  /** Returns the one that was evicted: the oldest that waits for nothing, or else the oldest. */
  add (delivery: Delivery): Delivery | undefined {
    this.#deliveries.push(delivery)
    if (this.#deliveries.length <= this.#max) return undefined
    this.dropped++
    const ended = this.#deliveries.findIndex(({ state }) => state !== 'waiting')
    const [dropped] = this.#deliveries.splice(Math.max(0, ended), 1)
    return dropped
  }

  /** Changes a callback in place; one that was evicted, too, as it may still be under way. */
  update (delivery: Delivery, change: DeliveryChange): void {
    Object.assign(delivery, change)
  }

  /** Lists all, oldest first. */
  list (): Delivery[] {
    return [...this.#deliveries]
  }
}
