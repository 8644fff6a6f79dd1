/** A set or a map, as long as it is only its keys that matter. */
interface Keyed<T> {
  keys (): Iterator<T, undefined>
}

/**
 * Finds the oldest member of a set or key of a map, one after the other; each that it gives has to be removed then.
 * Engines leave a gap where something was removed, and a new iterator passes all of them: here one goes on from where it was.
 */
export class Oldest<T> {
  readonly #keyed: Keyed<T>
  #keys: Iterator<T, undefined>

  constructor (keyed: Keyed<T>) {
    this.#keyed = keyed
    this.#keys = keyed.keys()
  }

  /** `undefined` where there is none. */
  next (): T | undefined {
    const { done, value } = this.#keys.next()
    if (done !== true) return value
    // An iterator that has come to the end stays there.
    this.#keys = this.#keyed.keys()
    return this.#keys.next().value
  }
}
