import { EXACT_PATHS } from '../contract/path-matching.ts'
import type { PathMatching } from '../contract/path-matching.ts'
import { OperationStubs } from './operation-stubs.ts'
import type { StubEntry } from './operation-stubs.ts'
import { Random } from './random.ts'
import type { Recorder } from './recorder.ts'
import { RouteIndex } from './route-index.ts'
import type { Seek, StoredStub, StubVerbs, Taken } from './stub-verbs.ts'

const NO_ROUTES: readonly string[] = []

/** Keeps the stubs of a world in this process. */
export class MemoryStubs implements StubVerbs {
  readonly #seed: string
  readonly #paths: PathMatching
  readonly #stubs = new Map<string, StubEntry>()
  readonly #stubsOf = new Map<string, OperationStubs>()
  /** The routes of stubs for paths outside every document; `undefined` while there are none. */
  #routes: RouteIndex | undefined
  #turns = 0
  /** Is told of every change; `undefined` where nobody keeps them. */
  recorder: Recorder | undefined

  /** The seed decides what stubs match by chance; `paths` says how paths match their routes. */
  constructor (seed: string, paths = EXACT_PATHS) {
    this.#seed = seed
    this.#paths = paths
  }

  addStub (stub: StoredStub): void {
    const former = this.#stubs.get(stub.id)
    if (former !== undefined) this.#removeFromIndexes(former.stub)
    const entry = { stub: { ...stub }, turn: former?.turn ?? ++this.#turns }
    // A Map keeps the place of a key whose value is replaced.
    this.#stubs.set(stub.id, entry)
    const ofOperation = this.#stubsOf.get(stub.operation) ?? new OperationStubs(this.#draw, this.#changed)
    this.#stubsOf.set(stub.operation, ofOperation)
    ofOperation.add(entry)
    this.#changed(entry.stub)
    if (stub.route === undefined) return
    this.#routes ??= new RouteIndex(this.#paths)
    this.#routes.add(stub.route, stub.operation)
  }

  takeStub<T extends StoredStub> (
    operations: readonly string[], matches: (stub: T) => boolean, valueAt?: Seek['valueAt']
  ): Taken<T> | undefined {
    // Only stubs of this kind were added.
    const seek: Seek = { matches: stub => matches(stub as T), valueAt }
    let first: StubEntry | undefined
    for (const operation of operations) {
      const stubs = this.#stubsOf.get(operation)
      if (stubs !== undefined) first = stubs.find(seek, first)
    }
    if (first === undefined) return undefined
    first.stub.used++
    this.#changed(first.stub)
    return { stub: first.stub as StoredStub as T, use: first.stub.used }
  }

  deleteStub (id: string): boolean {
    const entry = this.#stubs.get(id)
    if (entry === undefined) return false
    this.#removeFromIndexes(entry.stub)
    this.recorder?.changed('stubs', id, undefined)
    return this.#stubs.delete(id)
  }

  deleteStubs (): void {
    if (this.recorder !== undefined) {
      for (const id of this.#stubs.keys()) this.recorder.changed('stubs', id, undefined)
    }
    this.#stubs.clear()
    this.#stubsOf.clear()
    this.#routes = undefined
  }

  getStub (id: string): StoredStub | undefined {
    return this.#stubs.get(id)?.stub
  }

  stubs (): readonly StoredStub[] {
    return Array.from(this.#stubs.values(), ({ stub }) => stub).reverse()
  }

  stubCount (): number {
    return this.#stubs.size
  }

  routesAt (method: string, path: string): readonly string[] {
    return this.#routes === undefined ? NO_ROUTES : this.#routes.find(method, path)
  }

  #removeFromIndexes (stub: StoredStub): void {
    this.#stubsOf.get(stub.operation)?.remove(stub)
    if (stub.route !== undefined) this.#routes?.remove(stub.route, stub.operation)
    if (this.#routes?.isEmpty === true) this.#routes = undefined
  }

  readonly #changed = (stub: StoredStub): void => this.recorder?.changed('stubs', stub.id, stub)

  readonly #draw = ({ id }: StoredStub, draw: number): number =>
    new Random(`${this.#seed} chance ${id} ${draw}`).fraction()
}
