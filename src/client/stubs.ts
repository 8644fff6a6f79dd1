import type { Answer, StubState } from './answer.ts'
import type { ApiTypes, OperationId } from './api-types.ts'
import type { Connection } from './connection.ts'
import type { FreeStub, RouteStub, Stub } from './stub.ts'

/** A stub that was added. */
export interface AddedStub {
  readonly id: string
  delete (): Promise<void>
}

/** The scripted replies of a world. */
export interface WorldStubs<Api extends ApiTypes> {
  /** Adds a stub, which goes before those that were added earlier. A reply that breaks the contract is refused, unless `contract` is off. */
  stub (stub: RouteStub): Promise<AddedStub>
  stub<Id extends OperationId<Api>> (stub: FreeStub<Api, Id>): Promise<AddedStub>
  stub<Id extends OperationId<Api>> (stub: Stub<Api, Id>): Promise<AddedStub>
  /** Lists the stubs, with how often each was used. */
  stubs (): Promise<StubState[]>
  deleteStubs (): Promise<void>
}

/** Reaches the stubs of the world that a connection leads to. */
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
