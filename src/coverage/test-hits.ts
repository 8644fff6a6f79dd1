import { decodeTestName } from './test-name.ts'

/** The counts of one test: how many of its exchanges touched each cell. */
export class TestHits {
  readonly world: string
  /** The name that requests give to their test; empty where they give none. */
  readonly test: string
  /** A count for each cell; `undefined` while they are folded. */
  #counts: Uint32Array | undefined
  /** Pairs of a cell and its count, for the cells that were touched. */
  #folded = new Uint32Array(0)

  constructor (world: string, test: string) {
    this.world = world
    this.test = test
  }

  /** The name of the test: what its requests call it, or else their world. */
  get name (): string {
    return this.test === '' ? this.world : decodeTestName(this.test)
  }

  /** Returns the counts with room for so many cells, to be counted up in place. */
  spread (room: number): Uint32Array {
    if (this.#counts !== undefined && this.#counts.length >= room) return this.#counts
    const counts = new Uint32Array(room)
    for (const [cell, count] of this.entries()) counts[cell] = count
    this.#counts = counts
    return counts
  }

  /** Keeps the counts in little memory: a test touches few of all cells. */
  fold (): void {
    const counts = this.#counts
    if (counts === undefined) return
    let size = 0
    for (let cell = 0; cell < counts.length; cell++) if (counts[cell] !== 0) size += 2
    const folded = new Uint32Array(size)
    let at = 0
    for (let cell = 0; cell < counts.length; cell++) {
      const count = counts[cell] ?? 0
      if (count === 0) continue
      folded[at++] = cell
      folded[at++] = count
    }
    this.#folded = folded
    this.#counts = undefined
  }

  /** Lists the cells that were touched, with their counts. */
  * entries (): Generator<readonly [cell: number, count: number]> {
    if (this.#counts === undefined) {
      for (let at = 0; at < this.#folded.length; at += 2) yield [this.#folded[at] ?? 0, this.#folded[at + 1] ?? 0]
      return
    }
    for (const [cell, count] of this.#counts.entries()) {
      if (count > 0) yield [cell, count]
    }
  }
}
