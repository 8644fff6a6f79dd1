/** A set or a map. */
interface Keyed<T> {
  keys (): Iterator<T, undefined>
}

/**
 * Finds the oldest key of a set or a map, again and again; its user removes each key that it returns. Engines
 * leave a gap for each removed key, and a new iterator passes all gaps: this one goes on from where it was.
 */
export class Oldest<T> {
  readonly #keyed: Keyed<T>
  #keys: Iterator<T, undefined>

  constructor (keyed: Keyed<T>) {
    this.#keyed = keyed
    this.#keys = keyed.keys()
  }

  /** Returns the oldest key, or `undefined` where there is none. */
  next (): T | undefined {
    const { done, value } = this.#keys.next()
    if (done !== true) return value
    // An iterator that has ended stays at its end.
    this.#keys = this.#keyed.keys()
    return this.#keys.next().value
  }
}
