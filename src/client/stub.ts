import type { ApiTypes, Lifecycle, OperationId, ResourceTypeId, UntypedApi } from './api-types.ts'
import type { AnyReply, Reply } from './reply.ts'
import type { When } from './when.ts'

/** A scripted reply for matching requests of an operation, which keeps the contract. */
export type Stub<Api extends ApiTypes, Id extends OperationId<Api>> =
  & StubConditions<Id, When<Api, Id>>
  & StubAnswer<Reply<Api, Id>, AnyLifecycle<Api>>
  & { readonly contract?: 'on' }

/** A stub whose reply may break the contract. */
export type FreeStub<Api extends ApiTypes, Id extends OperationId<Api>> =
  & StubConditions<Id, When<Api, Id>>
  & StubAnswer<AnyReply, AnyLifecycle<Api>>
  & { readonly contract: 'off' }

/**
 * A stub for an operation by the method and path in its document, for a path outside every document with
 * `contract: 'off'`, for all operations of an API (`mews.*`) or for all (`*`). Only the server validates it.
 */
export type RouteStub =
  & StubConditions<RouteName, When<UntypedApi, string>>
  & StubAnswer<AnyReply, string>
  & { readonly contract?: 'on' | 'off' }

type RouteName = { readonly method: string, readonly path: string } | '*' | `${string}.*`

/** The lifecycles of all types of resources. */
type AnyLifecycle<Api extends ApiTypes> = Lifecycle<Api, ResourceTypeId<Api>>

interface StubConditions<Operation, Conditions> {
  readonly operation: Operation
  /** The conditions of a request. */
  readonly when?: Conditions
  /**
   * The number of requests that it responds to.
   * @default any number
   */
  readonly times?: number
  /**
   * The stub with the highest priority responds; of equal ones, the latest.
   * @default 0
   */
  readonly priority?: number
  /**
   * With `validation` it also responds to requests that are invalid, lack credentials or exceed a limit.
   * @default 'validation' for `mews.*` and `*` where every reply is an error (400 and above) or has a fault
   */
  readonly before?: 'validation' | 'simulation'
}

interface StubAnswer<OneReply, LifecycleName extends string> {
  readonly reply?: OneReply
  /**
   * One step for each request: a reply, a fault or both; `simulation` leaves the request to the next source. The stub
   * is used up after the last step.
   */
  readonly sequence?: ReadonlyArray<OneReply & { readonly fault?: Fault } | 'simulation'>
  /** How a resource that the request creates progresses, instead of a reply. */
  readonly simulate?: {
    readonly lifecycle?: LifecycleName
    /** ISO 8601 durations by status. */
    readonly durations?: Readonly<Record<string, string>>
    readonly progression?: Progression
  }
  readonly delay?: Delay
  readonly fault?: Fault
}

/** The cause that moves a resource to its next status: the clock, a number of reads, or only the admin API. */
export type Progression = 'clock' | 'manual' | { readonly polls: number }

/** A number of milliseconds, or an ISO 8601 duration. */
export type Duration = number | string

/** The delay of a response, measured by the real clock or, with `by: 'clock'`, by that of the world. */
export type Delay =
  | Duration
  | { readonly fixed: Duration, readonly by?: 'real' | 'clock' }
  | { readonly uniform: readonly [Duration, Duration], readonly by?: 'real' | 'clock' }
  | { readonly lognormal: { readonly median: Duration, readonly sigma: number }, readonly by?: 'real' | 'clock' }

/** A fault of the connection. */
export type Fault =
  | 'reset-before-headers'
  | 'reset-after-headers'
  | 'no-answer'
  | 'truncated-body'
  | 'garbage'
  | 'wrong-content-length'
