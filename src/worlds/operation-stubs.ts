import type { Seek, StoredStub } from './stub-verbs.ts'
import type { Writable } from './writable.ts'

/** A stub whose uses, calls and draws are counted here. */
export type CountedStub = Writable<StoredStub>

/** A stub with its turn: among stubs of one priority, the latest goes first. */
export interface StubEntry {
  readonly stub: CountedStub
  readonly turn: number
}

/** Is told of a stub whose counts have changed. */
export type CountsChanged = (stub: StoredStub) => void

/** Draws a number from 0, and less than 1, for a stub that matches only a share of the requests. */
export type DrawShare = (stub: StoredStub, draw: number) => number

/** The stubs of one operation, or of several that are named together, by priority, then the latest first. */
export class OperationStubs {
  readonly #draw: DrawShare
  readonly #changed: CountsChanged
  /** Stubs that count calls: every request is matched with them. */
  readonly #counting: StubEntry[] = []
  readonly #others: StubEntry[] = []
  /** Stubs by the place and the value of their key: a request is matched only with those whose value it has. */
  readonly #keyed = new Map<string, Map<string, StubEntry[]>>()

  constructor (draw: DrawShare, changed: CountsChanged = () => {}) {
    this.#draw = draw
    this.#changed = changed
  }

  add (entry: StubEntry): void {
    const list = this.#listFor(entry.stub)
    list.splice(placeFor(entry, list), 0, entry)
  }

  remove (stub: StoredStub): void {
    const list = this.#listFor(stub)
    const index = list.findIndex(entry => entry.stub === stub)
    if (index !== -1) list.splice(index, 1)
    if (stub.key !== undefined && list.length === 0) this.#keyed.get(stub.key.place)?.delete(stub.key.value)
  }

  /** Returns the first stub that matches and has a use left, or `best` where that goes before it. Counts calls. */
  find ({ matches, valueAt }: Seek, best?: StubEntry): StubEntry | undefined {
    let first = best
    for (const entry of this.#counting) {
      if (isUsedUp(entry.stub) || !matches(entry.stub)) continue
      const isMeant = this.#countCall(entry.stub) && this.#isInShare(entry.stub)
      if (isMeant && (first === undefined || goesBefore(entry, first))) first = entry
    }
    for (const list of this.#candidates(valueAt)) {
      const found = list.find(entry => {
        // Entries after the one that was found need no match.
        if (first !== undefined && goesBefore(first, entry)) return true
        return !isUsedUp(entry.stub) && matches(entry.stub) && this.#isInShare(entry.stub)
      })
      if (found !== undefined && (first === undefined || goesBefore(found, first))) first = found
    }
    return first
  }

  #isInShare (stub: CountedStub): boolean {
    if (stub.chance === undefined) return true
    const draw = (stub.drawn ?? 0) + 1
    stub.drawn = draw
    this.#changed(stub)
    return this.#draw(stub, draw) < stub.chance
  }

  /** Counts a request that matches all else. Returns whether it is one of the calls that the stub answers. */
  #countCall (stub: CountedStub): boolean {
    const { from, to } = stub.calls ?? { from: 1, to: Infinity }
    const call = (stub.called ?? 0) + 1
    stub.called = call
    this.#changed(stub)
    return call >= from && call <= to
  }

  #listFor ({ calls, key }: StoredStub): StubEntry[] {
    if (calls !== undefined) return this.#counting
    if (key === undefined) return this.#others
    const byValue = this.#keyed.get(key.place) ?? new Map<string, StubEntry[]>()
    this.#keyed.set(key.place, byValue)
    const list = byValue.get(key.value) ?? []
    byValue.set(key.value, list)
    return list
  }

  #candidates (valueAt: Seek['valueAt']): StubEntry[][] {
    const lists = [this.#others]
    for (const [place, byValue] of this.#keyed) {
      if (valueAt === undefined) lists.push(...byValue.values())
      const value = valueAt?.(place)
      const list = value === undefined ? undefined : byValue.get(value)
      if (list !== undefined) lists.push(list)
    }
    return lists
  }
}

function isUsedUp ({ times, used }: StoredStub): boolean {
  return times !== undefined && used >= times
}

function goesBefore (a: StubEntry, b: StubEntry): boolean {
  return order(a, b) < 0
}

function order (a: StubEntry, b: StubEntry): number {
  return (b.stub.priority ?? 0) - (a.stub.priority ?? 0) || b.turn - a.turn
}

/** Returns the index at which an entry belongs in an ordered list. */
function placeFor (entry: StubEntry, list: readonly StubEntry[]): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = list[middle]
    if (other !== undefined && goesBefore(other, entry)) low = middle + 1
    else high = middle
  }
  return low
}
