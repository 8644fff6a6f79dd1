import type { Span } from '@opentelemetry/api'
import type { TraceContext } from '../messages/trace-context.ts'

/** The span of a request, and the trace that its callbacks go on. */
export interface RequestSpan {
  /** `undefined` once it has ended. */
  span: Span | undefined
  readonly trace: TraceContext
}

type Headers = Readonly<Record<string, unknown>>

/** A symbol: copies of the headers have it too, and what is written of them does not. */
const SPAN = Symbol('the span of a request')

interface SpannedHeaders {
  [SPAN]?: RequestSpan
}

/** Keeps the span of a request with its headers, which go wherever the request goes. */
export function keepRequestSpan (headers: Headers, span: RequestSpan): void {
  const kept: SpannedHeaders = headers
  kept[SPAN] = span
}

/** Returns the span of a request by its headers; `undefined` where it has none, as after a restart. */
export function requestSpanOf (headers: Headers): RequestSpan | undefined {
  const kept: SpannedHeaders = headers
  return kept[SPAN]
}
