import { Oldest } from './oldest.ts'

/** A map that holds up to a number of entries. Past it, the oldest is evicted. */
export class BoundedMap<K, V> extends Map<K, V> {
  readonly #max: number
  readonly #oldest = new Oldest<K>(this)
  /** Called with the key of an entry that was evicted. */
  evicted: ((key: K) => void) | undefined

  constructor (max: number) {
    super()
    this.#max = max
  }

  override set (key: K, value: V): this {
    if (this.size >= this.#max && !this.has(key)) this.#evict(this.#oldest.next() as K)  // a full map has a first key
    return super.set(key, value)
  }

  #evict (key: K): void {
    this.delete(key)
    this.evicted?.(key)
  }
}
