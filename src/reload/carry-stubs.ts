import { InvalidStub } from '../errors.ts'
import type { ParseStub } from '../scenarios/parse-stub.ts'
import type { Stub } from '../scenarios/stub.ts'
import type { World } from '../worlds/world.ts'
import type { Dropped } from './dropped.ts'

/** Reads the stubs of a world anew, in their order and with the uses that they have left; those that could not be added now are dropped. */
export function carryStubs ({ name: world, store }: World, parseStub: ParseStub): Dropped[] {
  // Only what the parser made is in the store.
  const stubs = store.stubs().toReversed() as Stub[]
  store.deleteStubs()
  return stubs.flatMap(({ called, given, id, operation, used }) => {
    try {
      store.addStub({ ...parseStub(given, id), used, ...called !== undefined && { called } } satisfies Stub)
      return []
    } catch (error) {
      if (!(error instanceof InvalidStub)) throw error
      return [{ kind: 'stub', of: operation, world, reason: error.message } as const]
    }
  })
}
