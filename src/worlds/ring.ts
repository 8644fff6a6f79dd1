/** A list of the latest items, up to a number. */
export class Ring<T> {
  readonly #max: number
  #items: T[] = []
  #oldest = 0
  /** How many items were dropped to make room. */
  dropped = 0

  constructor (max: number) {
    this.#max = max
  }

  push (item: T): void {
    if (this.#items.length < this.#max) {
      this.#items.push(item)
      return
    }
    this.dropped++
    if (this.#max === 0) return
    this.#items[this.#oldest] = item
    this.#oldest = (this.#oldest + 1) % this.#max
  }

  /** Lists all, oldest first. */
  toArray (): T[] {
    return [...this.#items.slice(this.#oldest), ...this.#items.slice(0, this.#oldest)]
  }

  clear (): void {
    this.#items = []
    this.#oldest = 0
  }
}
