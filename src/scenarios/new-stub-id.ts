import type { Store } from '../worlds/store.ts'

/** Returns the next number that is not the id of a stub yet: tests may choose ids themselves. */
export function newStubId (store: Store): string {
  for (;;) {
    const id = String(store.nextNumber('stubs', 1))
    if (store.getStub(id) === undefined) return id
  }
}
