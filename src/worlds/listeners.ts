/** Those who want to be told when something happens. */
export class Listeners<T = void> {
  readonly #listeners = new Set<(news: T) => void>()

  /** Has a listener told from now on; answers a function that ends it. */
  add (listener: (news: T) => void): () => void {
    this.#listeners.add(listener)
    return () => { this.#listeners.delete(listener) }
  }

  tell (news: T): void {
    for (const listener of this.#listeners) listener(news)
  }
}
