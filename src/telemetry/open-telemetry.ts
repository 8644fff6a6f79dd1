import type { Attributes, Context, Span, Tracer } from '@opentelemetry/api'
import { maskUrl } from '../journal/mask-url.ts'
import { traceHeaders, traceOf } from '../messages/trace-context.ts'
import type { TraceContext } from '../messages/trace-context.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { ObservedWorld, Observer, RequestHeaders } from '../worlds/observers.ts'
import type { BegunAttempt, TracedAttempt, Tracing } from '../worlds/tracing.ts'
import type { TelemetryApi } from './load-telemetry.ts'
import { keepRequestSpan, requestSpanOf } from './request-span.ts'
import type { RequestSpan } from './request-span.ts'

/** The methods whose names are attributes; others are `_OTHER`. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH', 'QUERY'])

/**
 * Records a span for each request and for each attempt to call back, by the tracer provider that the application has
 * registered. Attributes follow the semantic conventions for HTTP, and have names of their own below `standin`.
 */
export class OpenTelemetry implements Tracing, Observer {
  readonly #api: TelemetryApi
  readonly #tracer: Tracer

  constructor (api: TelemetryApi, version: string) {
    this.#api = api
    this.#tracer = api.trace.getTracer('standin', version)
  }

  /** Begins the span of a request. Returns a function that ends it, with the status of the response. */
  beginRequest (
    headers: RequestHeaders,
    method: string,
    attributes: Attributes
  ): (status: number, route: string | undefined) => void {
    const { ROOT_CONTEXT, SpanKind } = this.#api
    const parent = traceOf(headers)
    const own = parent === undefined ? ROOT_CONTEXT : this.#contextOf(parent)
    const name = METHODS.has(method) ? method : 'HTTP'
    const span = this.#tracer.startSpan(name, {
      kind: SpanKind.SERVER,
      attributes: { ...methodAttributes(method), ...attributes }
    }, own)
    const kept: RequestSpan = { span, trace: toTrace(span, parent?.state ?? null) }
    keepRequestSpan(headers, kept)
    return (status, route) => {
      if (route !== undefined) span.updateName(`${name} ${route}`).setAttribute('http.route', route)
      span.setAttribute('http.response.status_code', status)
      if (status >= 500) this.#fail(span, String(status))
      span.end()
      // The journal keeps the headers.
      kept.span = undefined
    }
  }

  exchanged (exchange: Exchange, { name }: ObservedWorld): void {
    const { id, operation, requestHeaders, requestViolations, responseViolations, source, stub } = exchange
    requestSpanOf(requestHeaders)?.span?.setAttributes({
      'standin.world': name,
      'standin.exchange': id,
      'standin.source': source,
      ...operation !== undefined && { 'standin.operation': operation },
      ...stub !== undefined && { 'standin.stub': stub },
      ...requestViolations.length > 0 && { 'standin.request.violations': requestViolations.length },
      ...responseViolations.length > 0 && { 'standin.response.violations': responseViolations.length }
    })
  }

  traceOf (headers: RequestHeaders): TraceContext | undefined {
    const kept = requestSpanOf(headers)
    return kept !== undefined && this.#isValid(kept.trace) ? kept.trace : traceOf(headers)
  }

  beginAttempt ({ delivery, spanId }: TracedAttempt): BegunAttempt {
    const { trace } = delivery
    const { ROOT_CONTEXT, SpanKind } = this.#api
    const span = this.#tracer.startSpan(delivery.method, {
      kind: SpanKind.CLIENT,
      attributes: attemptAttributes(delivery)
    }, trace === undefined ? ROOT_CONTEXT : this.#contextOf(trace))
    const own = toTrace(span, trace?.state ?? null)
    // Without a provider, spans have the id of their parent, or none.
    const isOwn = this.#isValid(own) && own.parentId !== trace?.parentId
    const headers = isOwn ? traceHeaders(own, own.parentId) : trace && traceHeaders(trace, spanId())
    return {
      headers: headers ?? {},
      end: ({ error, status }) => {
        if (status !== undefined) span.setAttribute('http.response.status_code', status)
        if (status === undefined) this.#fail(span, '_OTHER', error)
        else if (status >= 400) this.#fail(span, String(status))
        span.end()
      }
    }
  }

  #contextOf ({ flags, parentId: spanId, traceId }: TraceContext): Context {
    const { ROOT_CONTEXT, trace } = this.#api
    return trace.setSpanContext(ROOT_CONTEXT, {
      traceId,
      spanId,
      traceFlags: Number.parseInt(flags, 16),
      isRemote: true
    })
  }

  #isValid ({ parentId: spanId, traceId }: TraceContext): boolean {
    return this.#api.isSpanContextValid({ traceId, spanId, traceFlags: 0 })
  }

  #fail (span: Span, type: string, message?: string): void {
    const { ERROR: code } = this.#api.SpanStatusCode
    span.setAttribute('error.type', type).setStatus(message === undefined ? { code } : { code, message })
  }
}

function methodAttributes (method: string): Attributes {
  if (METHODS.has(method)) return { 'http.request.method': method }
  return { 'http.request.method': '_OTHER', 'http.request.method_original': method }
}

function attemptAttributes ({ attempts, callback, method, resource, url }: Delivery): Attributes {
  const { hostname, port, protocol } = new URL(url)
  return {
    ...methodAttributes(method),
    'url.full': maskUrl(url),
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
    'standin.callback': callback,
    ...resource !== undefined && { 'standin.resource.type': resource.type },
    ...attempts.length > 0 && { 'http.request.resend_count': attempts.length }
  }
}

function toTrace (span: Span, state: string | null): TraceContext {
  const { spanId: parentId, traceFlags, traceId } = span.spanContext()
  const flags = traceFlags.toString(16).padStart(2, '0')
  return { traceId, parentId, sampled: (traceFlags & 1) !== 0, state, flags }
}
