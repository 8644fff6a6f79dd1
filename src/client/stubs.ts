import type { Answer, StubState } from './answer.ts'
import type { ApiTypes, OperationId } from './api-types.ts'
import type { Connection } from './connection.ts'
import type { FreeStub, RouteStub, Stub } from './stub.ts'

/** A stub that was added. */
export interface AddedStub {
  readonly id: string
  /** Removes the stub. */
  delete (): Promise<void>
}

/** A stub that could be added. */
export interface CheckedStub {
  readonly warnings: readonly string[]
}

/** The scripted replies of a world. */
export interface WorldStubs<Api extends ApiTypes> {
  /**
   * Adds a stub, which takes precedence over earlier ones. Rejects with `StandinClientError` and its `violations`
   * when the reply breaks the contract, unless `contract` is `off`.
   */
  stub (stub: RouteStub): Promise<AddedStub>
  stub<Id extends OperationId<Api>> (stub: FreeStub<Api, Id>): Promise<AddedStub>
  stub<Id extends OperationId<Api>> (stub: Stub<Api, Id>): Promise<AddedStub>
  /**
   * Creates a stub with an id of your own, or replaces it: it keeps its place among the stubs of its priority, and
   * counts its uses from the start.
   */
  putStub (id: string, stub: RouteStub): Promise<AddedStub>
  putStub<Id extends OperationId<Api>> (id: string, stub: FreeStub<Api, Id>): Promise<AddedStub>
  putStub<Id extends OperationId<Api>> (id: string, stub: Stub<Api, Id>): Promise<AddedStub>
  /** Validates a stub without adding it. Rejects as `stub` does, and returns the likely mistakes otherwise. */
  checkStub (stub: RouteStub): Promise<CheckedStub>
  checkStub<Id extends OperationId<Api>> (stub: FreeStub<Api, Id>): Promise<CheckedStub>
  checkStub<Id extends OperationId<Api>> (stub: Stub<Api, Id>): Promise<CheckedStub>
  /** Lists the stubs, with the number of uses of each. */
  stubs (): Promise<StubState[]>
  /** Removes all stubs. */
  deleteStubs (): Promise<void>
}

/** Creates the access to the stubs of a connection's world. */
export function createStubs<Api extends ApiTypes> ({ call }: Connection): WorldStubs<Api> {
  const toAdded = ({ id }: StubState): AddedStub => ({ id, delete: () => call('DELETE', `/stubs/${id}`) })
  return {
    stub: async (stub: object) => toAdded(await call('POST', '/stubs', stub)),
    putStub: async (id: string, stub: object) => toAdded(await call('PUT', `/stubs/${encodeURIComponent(id)}`, stub)),
    checkStub: (stub: object) => call<CheckedStub>('POST', '/stubs/check', stub),
    async stubs () {
      const { stubs } = await call<Answer<'listStubs'>>('GET', '/stubs')
      return stubs
    },
    deleteStubs: () => call('DELETE', '/stubs')
  }
}
