import { TestHits } from './test-hits.ts'

/** How many tests have counts of their own. The counts of the earliest are added up where there are more. */
export const MAX_KEPT = 10_000

/** How many tests have their counts spread out, ready to be counted up. */
const MAX_SPREAD = 32

/** How many counts there is room for at first. */
const FIRST_ROOM = 256

/**
 * Counts how many exchanges touched each cell, for each test. An exchange counts once for a cell, however often it
 * touches it. To count is an addition to an array: it is done some twenty times in each exchange.
 */
export class Hits {
  /** By world, then by the name that requests give to their test. */
  readonly #tests = new Map<string, Map<string, TestHits>>()
  /** In the order in which they first came. */
  readonly #kept = new Set<TestHits>()
  /** The tests whose counts are spread out, the least recently used first. */
  readonly #spread = new Set<TestHits>()
  /** The counts of tests that are not kept. */
  #others: TestHits
  #current: TestHits
  #room = FIRST_ROOM
  #counts: Uint32Array
  /** The number of the exchange that touched each cell last. */
  #touched = new Uint32Array(FIRST_ROOM)
  #exchange = 0
  /** How many tests are not kept. */
  leftOut = 0

  constructor () {
    this.#others = new TestHits('', '')
    this.#current = this.#others
    this.#counts = this.#others.spread(FIRST_ROOM)
  }

  /** Begins to count for an exchange of a test. */
  begin (world: string, test: string): void {
    this.#exchange = (this.#exchange + 1) >>> 0
    const current = this.#current
    if (current.world === world && current.test === test) return
    this.#current = this.#find(world, test)
    this.#counts = this.#spreadOut(this.#current)
  }

  /** Counts the exchange for a cell. */
  touch (cell: number): void {
    if (cell < 0 || this.#touched[cell] === this.#exchange) return
    if (cell >= this.#room) this.#grow(cell)
    this.#touched[cell] = this.#exchange
    this.#counts[cell] = (this.#counts[cell] ?? 0) + 1
  }

  /** Takes back one exchange of the test that `begin` named. */
  takeBack (cell: number): void {
    const count = this.#counts[cell] ?? 0
    if (count > 0) this.#counts[cell] = count - 1
  }

  /** Lists the tests that have counts of their own, in the order in which they first came. */
  tests (): readonly TestHits[] {
    return [...this.#kept]
  }

  /** Returns the counts of the tests that are not kept. */
  others (): TestHits {
    return this.#others
  }

  #find (world: string, test: string): TestHits {
    let ofWorld = this.#tests.get(world)
    const known = ofWorld?.get(test)
    if (known !== undefined) return known
    if (this.#kept.size >= MAX_KEPT) {
      this.#leaveOutFirst()
      ofWorld = this.#tests.get(world)
    }
    const hits = new TestHits(world, test)
    this.#kept.add(hits)
    if (ofWorld === undefined) this.#tests.set(world, new Map([[test, hits]]))
    else ofWorld.set(test, hits)
    return hits
  }

  #leaveOutFirst (): void {
    const [first] = this.#kept
    if (first === undefined) return
    this.#kept.delete(first)
    this.#spread.delete(first)
    const ofWorld = this.#tests.get(first.world)
    ofWorld?.delete(first.test)
    if (ofWorld?.size === 0) this.#tests.delete(first.world)
    const counts = this.#others.spread(this.#room)
    for (const [cell, count] of first.entries()) counts[cell] = (counts[cell] ?? 0) + count
    this.leftOut++
  }

  #spreadOut (hits: TestHits): Uint32Array {
    this.#spread.delete(hits)
    this.#spread.add(hits)
    if (this.#spread.size > MAX_SPREAD) {
      const [longestUnused] = this.#spread
      longestUnused?.fold()
      if (longestUnused !== undefined) this.#spread.delete(longestUnused)
    }
    return hits.spread(this.#room)
  }

  #grow (cell: number): void {
    while (this.#room <= cell) this.#room *= 2
    const touched = new Uint32Array(this.#room)
    touched.set(this.#touched)
    this.#touched = touched
    this.#counts = this.#current.spread(this.#room)
  }
}
