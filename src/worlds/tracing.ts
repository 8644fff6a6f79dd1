import type { Headers } from '../messages/message.ts'
import { traceHeaders, traceOf } from '../messages/trace-context.ts'
import type { TraceContext } from '../messages/trace-context.ts'
import type { Delivery, DeliveryAttempt } from './delivery.ts'

/** An attempt to send a callback, before it is made. */
export interface TracedAttempt {
  readonly delivery: Delivery
  /** Returns an id for its span, the same at every run. */
  spanId (): string
}

/** An attempt to send a callback that is traced. */
export interface BegunAttempt {
  /** The headers that pass the trace on; none where there is no trace. */
  readonly headers: Headers
  /** Called when the attempt has ended. */
  end (outcome: Pick<DeliveryAttempt, 'status' | 'error'>): void
}

/** Follows traces through a server. */
export interface Tracing {
  /** Returns the trace that the callbacks of a request go on; `undefined` where it has none. */
  traceOf (headers: Readonly<Record<string, unknown>>): TraceContext | undefined
  /** Begins an attempt to send a callback. */
  beginAttempt (attempt: TracedAttempt): BegunAttempt
}

/** Passes on the traces of requests, and records none. */
export const PROPAGATION: Tracing = {
  traceOf,
  beginAttempt: ({ delivery: { trace }, spanId }) => ({
    headers: trace === undefined ? {} : traceHeaders(trace, spanId()),
    end () {}
  })
}
