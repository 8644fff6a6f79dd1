import type { TraceContext } from '../messages/trace-context.ts'
import type { Violation } from '../schemas/violation.ts'

/** The states of a callback. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'failed', 'refused', 'cancelled'] as const

/**
 * A callback: one message to one URL, with every attempt at it, as plain data. Only its store changes it, in place.
 */
export interface Delivery {
  readonly id: string
  /** `webadmit.runExport/exportFileReady`, or a webhook: `tally.reportReady` */
  readonly callback: string
  /** `undefined` for one that was fired without a resource. */
  readonly resource: { readonly type: string, readonly id: string } | undefined
  readonly url: string
  readonly method: string
  /**
   * `waiting` for its status or the next attempt, `delivered`, `failed` after the last attempt, `refused` by
   * the rules for callbacks, or `cancelled` because its resource was deleted or replaced.
   */
  readonly state: (typeof DELIVERY_STATES)[number]
  /** When it is next due by the world's clock, in milliseconds since 1970; `undefined` where nothing is. */
  readonly due: number | undefined
  readonly body: unknown
  readonly contentType: string | undefined
  /** The headers of the latest attempt, or of the next before there was one. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  /** The places where the message violates the contract; it is sent all the same. */
  readonly violations: readonly Violation[]
  readonly attempts: readonly DeliveryAttempt[]
  /** The trace of the request that caused it, which is passed on; absent where there is none. */
  readonly trace?: TraceContext | undefined
  /** When the attempt that is under way began, by the world's clock, where the world is kept. */
  readonly sending?: number | undefined
}

/** The changes of a callback; members that are left out stay. */
export type DeliveryChange = Partial<Omit<Delivery, 'id' | 'callback' | 'resource' | 'url' | 'method'>>

/** One attempt to send a callback. */
export interface DeliveryAttempt {
  /** By the world's clock, in milliseconds since 1970. */
  readonly at: number
  /** The status of the response; `undefined` where there was none. */
  readonly status: number | undefined
  /** Why there was no response. */
  readonly error: string | undefined
}
