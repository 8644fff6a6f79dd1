import type { Evaluate, Scope } from '../simulation/scope.ts'
import type { Fault } from '../messages/fault.ts'
import type { ApiRequest, Trickle } from '../messages/message.ts'
import type { LifecycleChoice } from '../worlds/settings.ts'
import type { Delay } from './parse-delay.ts'
import type { StatusOf } from './when.ts'
import type { StoredStub } from '../worlds/stub-verbs.ts'

/** What is scripted for the requests of one operation that match. */
export interface Stub extends StoredStub {
  /** As it was given, but with the operation's id and the defaults of what matters: for whoever wants to see it. */
  readonly given: Readonly<Record<string, unknown>>
  /** What its uses do, in order; one alone is for all of them. */
  readonly actions: readonly StubAction[]
  readonly delay?: Delay
  readonly matches: (request: ApiRequest, statusOf: StatusOf) => boolean
}

/** What one use of a stub does: it replies, or passes the request on to the next source. */
export type StubAction =
  | { readonly kind: 'reply', readonly reply: StubReply, readonly fault?: Fault }
  | { readonly kind: 'pass', readonly lifecycleChoice?: LifecycleChoice, readonly fault?: Fault }

/** What a stub replies. Without body, example and generation, it is the first example of the response, or a generated one. */
export interface StubReply {
  readonly status: number
  /** Names in lower case. */
  readonly headers?: (scope: Scope) => Readonly<Record<string, string>>
  /** May give `null`, which is a body too: JSON's null. */
  readonly body?: Evaluate
  /** The name of an example or a fixture. */
  readonly example?: string
  /** Whether the body is drawn from its schema. */
  readonly generated: boolean
  readonly trickle?: Trickle
}

/** A stub as it is shown. */
export function showStub ({ given, id, used }: Stub): Record<string, unknown> {
  return { id, ...given, used }
}
