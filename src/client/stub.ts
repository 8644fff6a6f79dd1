import type { ApiTypes, Lifecycle, OperationId, ResourceTypeId, UntypedApi } from './api-types.ts'
import type { AnyReply, Reply } from './reply.ts'
import type { When } from './when.ts'

/** A scripted reply for the requests of an operation that match it, one that the contract allows. */
export type Stub<Api extends ApiTypes, Id extends OperationId<Api>> =
  StubConditions<Id, When<Api, Id>> & StubAnswer<Reply<Api, Id>, Lifecycle<Api, ResourceTypeId<Api>>> & { readonly contract?: 'on' }

/** A stub whose reply may break the contract. */
export type FreeStub<Api extends ApiTypes, Id extends OperationId<Api>> =
  StubConditions<Id, When<Api, Id>> & StubAnswer<AnyReply, Lifecycle<Api, ResourceTypeId<Api>>> & { readonly contract: 'off' }

/** A stub for an operation that is addressed by its method and path, as its document has them. The server alone checks it. */
export type RouteStub =
  StubConditions<{ readonly method: string, readonly path: string }, When<UntypedApi, string>> & StubAnswer<AnyReply, string> & { readonly contract?: 'on' | 'off' }

interface StubConditions<Operation, Conditions> {
  readonly operation: Operation
  readonly when?: Conditions
  /** How many requests it answers; any number where it is left out. */
  readonly times?: number
  /** The higher wins; among equals the latest. 0 where it is left out. */
  readonly priority?: number
}

interface StubAnswer<OneReply, LifecycleName extends string> {
  readonly reply?: OneReply
  /** One step for each request: a reply, a fault or both; `simulation` leaves it to the next source. After the last, the stub is used up. */
  readonly sequence?: ReadonlyArray<OneReply & { readonly fault?: Fault } | 'simulation'>
  /** Instead of a reply: which way a resource takes that the request creates. */
  readonly simulate?: {
    readonly lifecycle?: LifecycleName
    /** By status, as ISO 8601 durations. */
    readonly durations?: Readonly<Record<string, string>>
    readonly progression?: Progression
  }
  readonly delay?: Delay
  readonly fault?: Fault
}

/** What moves a resource on: the clock, so many reads for a step, or only the admin API. */
export type Progression = 'clock' | 'manual' | { readonly polls: number }

/** A number of milliseconds, or an ISO 8601 duration. */
export type Duration = number | string

/** How long an answer waits: by the real clock, unless `by` says that it waits for that of the world. */
export type Delay =
  | Duration
  | { readonly fixed: Duration, readonly by?: 'real' | 'clock' }
  | { readonly uniform: readonly [Duration, Duration], readonly by?: 'real' | 'clock' }
  | { readonly lognormal: { readonly median: Duration, readonly sigma: number }, readonly by?: 'real' | 'clock' }

/** What goes wrong on the connection. */
export type Fault = 'reset-before-headers' | 'reset-after-headers' | 'no-answer' | 'truncated-body' | 'garbage' | 'wrong-content-length'
