/** An item that is due at an instant, in milliseconds since 1970. */
export interface DueItem<T> {
  readonly at: number
  readonly item: T
}

/** Items by the instants at which they are due: a binary heap, as a world may have many. */
export class DueQueue<T> {
  readonly #heap: Array<DueItem<T>> = []

  /** Returns what is due first; `undefined` where there is nothing. */
  get first (): DueItem<T> | undefined {
    return this.#heap[0]
  }

  add (due: DueItem<T>): void {
    let index = this.#heap.length
    while (index > 0) {
      const above = (index - 1) >>> 1
      const other = this.#heap[above]
      if (other === undefined || other.at <= due.at) break
      this.#heap[index] = other
      index = above
    }
    this.#heap[index] = due
  }

  /** Removes what is due first, and returns it. */
  take (): DueItem<T> | undefined {
    const first = this.#heap[0]
    const last = this.#heap.pop()
    if (last !== undefined && this.#heap.length > 0) this.#sink(last)
    return first
  }

  clear (): void {
    this.#heap.length = 0
  }

  /** Puts an item where it belongs, from the top. */
  #sink (due: DueItem<T>): void {
    let index = 0
    for (;;) {
      const below = this.#earlierBelow(index)
      const other = this.#heap[below]
      if (other === undefined || other.at >= due.at) break
      this.#heap[index] = other
      index = below
    }
    this.#heap[index] = due
  }

  #earlierBelow (index: number): number {
    const left = this.#heap[2 * index + 1]
    const right = this.#heap[2 * index + 2]
    const isRight = left !== undefined && right !== undefined && right.at < left.at
    return 2 * index + (isRight ? 2 : 1)
  }
}
