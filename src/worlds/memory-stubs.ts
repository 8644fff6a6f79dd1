import { OperationStubs } from './operation-stubs.ts'
import type { CountedStub } from './operation-stubs.ts'
import type { Seek, StoredStub, StubVerbs, Taken } from './stub-verbs.ts'

/** Keeps the stubs of a world in this process. */
export class MemoryStubs implements StubVerbs {
  readonly #stubs = new Map<string, CountedStub>()
  readonly #stubsOf = new Map<string, OperationStubs>()

  addStub (stub: StoredStub): void {
    this.deleteStub(stub.id)
    const counted = { ...stub }
    this.#stubs.set(stub.id, counted)
    const ofOperation = this.#stubsOf.get(stub.operation) ?? new OperationStubs()
    this.#stubsOf.set(stub.operation, ofOperation)
    ofOperation.add(counted)
  }

  takeStub<T extends StoredStub> (
    operation: string, matches: (stub: T) => boolean, valueAt?: Seek['valueAt']
  ): Taken<T> | undefined {
    // Only stubs of this kind were added.
    const stub = this.#stubsOf.get(operation)?.take({
      matches: stub => matches(stub as T),
      valueAt
    }) as T | undefined
    return stub && { stub, use: stub.used }
  }

  deleteStub (id: string): boolean {
    const stub = this.#stubs.get(id)
    if (stub === undefined) return false
    this.#stubsOf.get(stub.operation)?.remove(stub)
    return this.#stubs.delete(id)
  }

  deleteStubs (): void {
    this.#stubs.clear()
    this.#stubsOf.clear()
  }

  stubs (): readonly StoredStub[] {
    return [...this.#stubs.values()].reverse()
  }
}
