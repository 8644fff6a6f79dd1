/** Functions to call when something happens. */
export class Listeners<T = void> {
  readonly #listeners = new Set<(news: T) => void>()

  /** Calls a listener from now on. Returns a function that removes it. */
  add (listener: (news: T) => void): () => void {
    this.#listeners.add(listener)
    return () => { this.#listeners.delete(listener) }
  }

  tell (news: T): void {
    for (const listener of this.#listeners) listener(news)
  }
}
