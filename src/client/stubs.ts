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

/** The scripted replies of a world. */
export interface WorldStubs<Api extends ApiTypes> {
  /**
   * Adds a stub, which takes precedence over earlier ones. Rejects with `StandinClientError` and its `violations`
   * when the reply breaks the contract, unless `contract` is `off`.
   */
  stub (stub: RouteStub): Promise<AddedStub>
  stub<Id extends OperationId<Api>> (stub: FreeStub<Api, Id>): Promise<AddedStub>
  stub<Id extends OperationId<Api>> (stub: Stub<Api, Id>): Promise<AddedStub>
  /** Lists the stubs, with the number of uses of each. */
  stubs (): Promise<StubState[]>
  /** Removes all stubs. */
  deleteStubs (): Promise<void>
}

/** Creates the access to the stubs of a connection's world. */
export function createStubs<Api extends ApiTypes> ({ call }: Connection): WorldStubs<Api> {
  return {
    async stub (stub: object) {
      const { id } = await call<StubState>('POST', '/stubs', stub)
      return { id, delete: () => call('DELETE', `/stubs/${id}`) }
    },
    async stubs () {
      const { stubs } = await call<Answer<'listStubs'>>('GET', '/stubs')
      return stubs
    },
    deleteStubs: () => call('DELETE', '/stubs')
  }
}
