/** A list of the latest items, up to a number. */
export class Ring<T> {
  readonly #max: number
  #items: Array<T | undefined> = []
  #oldest = 0

  constructor (max: number) {
    this.#max = max
  }

  get size (): number {
    return this.#items.length - this.#oldest
  }

  /** Adds an item. Returns the one that was dropped to make room: the oldest, or itself. */
  push (item: T): T | undefined {
    if (this.#max === 0) return item
    this.#items.push(item)
    return this.size > this.#max ? this.shift() : undefined
  }

  /** Removes the oldest item, and returns it. */
  shift (): T | undefined {
    if (this.size === 0) return undefined
    const item = this.#items[this.#oldest]
    this.#items[this.#oldest] = undefined
    this.#oldest++
    // Gaps are closed once they are half of the list.
    if (this.#oldest > this.size) {
      this.#items = this.#items.slice(this.#oldest)
      this.#oldest = 0
    }
    return item
  }

  /** Returns an item by its index, from the oldest. */
  at (index: number): T | undefined {
    return index < 0 ? undefined : this.#items[this.#oldest + index]
  }

  /** Lists all, oldest first. */
  toArray (): T[] {
    // A cast: there are gaps only before the oldest.
    return this.#items.slice(this.#oldest) as T[]
  }

  clear (): void {
    this.#items = []
    this.#oldest = 0
  }
}
