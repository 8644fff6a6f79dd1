/** An item of one list, which keeps its neighbours itself. */
export interface Linked<T> {
  /** The item that was added before it. */
  older?: T | undefined
  /** The item that was added after it. */
  newer?: T | undefined
  /** Whether it is in the list. */
  isListed?: boolean
}

/**
 * A list, oldest first, from which any item is removed at once. Nothing is hashed, and no table grows: a set of items
 * that come and go with each request costs several times as much.
 */
export class LinkedList<T extends Linked<T>> {
  #oldest: T | undefined
  #newest: T | undefined

  /** The item that has been in the list longest. */
  get oldest (): T | undefined {
    return this.#oldest
  }

  /** Adds an item that is in no list. */
  add (item: T): void {
    item.isListed = true
    item.older = this.#newest
    if (this.#newest === undefined) this.#oldest = item
    else this.#newest.newer = item
    this.#newest = item
  }

  /** Removes an item. Returns whether it was there. */
  remove (item: T): boolean {
    if (item.isListed !== true) return false
    const { newer, older } = item
    if (older === undefined) this.#oldest = newer
    else older.newer = newer
    if (newer === undefined) this.#newest = older
    else newer.older = older
    // An item that is kept elsewhere must not keep its neighbours.
    item.older = undefined
    item.newer = undefined
    item.isListed = false
    return true
  }

  * [Symbol.iterator] (): Iterator<T> {
    for (let item = this.#oldest; item !== undefined; item = item.newer) yield item
  }
}
