/** The requests that use each world. */
export class WorldUses {
  readonly #uses = new Map<string, Set<symbol>>()

  /** Counts a request. Returns a function that ends the use, and returns whether it was the last of its world. */
  add (world: string): () => boolean {
    const use = Symbol('use')
    const uses = this.#uses.get(world) ?? new Set()
    this.#uses.set(world, uses.add(use))
    return () => {
      if (!uses.delete(use) || uses.size > 0) return false
      if (this.#uses.get(world) === uses) this.#uses.delete(world)
      return true
    }
  }

  has (world: string): boolean {
    return this.#uses.has(world)
  }

  /** Returns a function that tells whether any of the requests that use a world now still does. */
  current (world: string): () => boolean {
    const current = [...this.#uses.get(world) ?? []]
    return () => current.some(use => this.#uses.get(world)?.has(use))
  }
}
