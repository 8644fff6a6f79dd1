import type { CredentialPlaces, Operation } from '../contract/contract.ts'
import type { MakeHeaders } from '../simulation/compile-headers.ts'
import type { Evaluate } from '../simulation/scope.ts'
import type { Fault } from '../messages/fault.ts'
import type { ApiRequest, Trickle } from '../messages/message.ts'
import type { LifecycleChoice } from '../worlds/settings.ts'
import type { RawBody } from './raw-body.ts'
import type { Delay } from './parse-delay.ts'
import type { StatusOf, When } from './when.ts'
import type { StoredStub } from '../worlds/stub-verbs.ts'

/** A scripted reply for the matching requests of one operation, of several, or of a route. */
export interface Stub extends StoredStub {
  /** The stub as it was given, with the id of the operation and some defaults filled in. */
  readonly given: Readonly<Record<string, unknown>>
  /** The actions of its uses, in order; a single action is for all of them. */
  readonly actions: readonly StubAction[]
  /** Where its requests have credentials. */
  readonly credentials: CredentialPlaces
  readonly delay?: Delay
  /** Whether it also answers requests that the contract refuses. */
  readonly answersRefused: boolean
  /** The likely mistakes in it. */
  readonly warnings: readonly string[]
  /** The operation that stands for its route, where it is for a path outside every document. */
  readonly routeOperation?: Operation | undefined
  /** The conditions that a request must meet. */
  readonly when: When
  readonly matches: (request: ApiRequest, statusOf: StatusOf) => boolean
}

/** One use of a stub: it replies, or passes the request to the next source. */
export type StubAction =
  | { readonly kind: 'reply', readonly reply: StubReply, readonly fault?: Fault }
  | { readonly kind: 'pass', readonly lifecycleChoice?: LifecycleChoice, readonly fault?: Fault }

/**
 * The reply of a stub. Its default body is the first example of the response, or else a generated
 * one.
 */
export interface StubReply {
  /** The status; `undefined` for the success of the operation, where the stub is for several. */
  readonly status: number | undefined
  readonly headers?: MakeHeaders
  /** Returns the body; `null` is a body, too. */
  readonly body?: Evaluate
  /** A body that is sent as it is. */
  readonly raw?: RawBody
  /** The name of an example or a fixture. */
  readonly example?: string
  /** Whether the body is generated from its schema. */
  readonly generated: boolean
  readonly trickle?: Trickle
}

/** Converts a stub for the admin API. */
export function showStub ({ given, id, used, warnings }: Stub): Record<string, unknown> {
  return { id, ...given, used, ...(warnings.length > 0 && { warnings }) }
}
