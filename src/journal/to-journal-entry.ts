import { isObject } from '../documents/is-object.ts'
import type { Fault } from '../messages/fault.ts'
import type { SourceName } from '../messages/message.ts'
import { traceOf } from '../messages/trace-context.ts'
import type { TraceContext } from '../messages/trace-context.ts'
import type { Violation } from '../schemas/violation.ts'
import { formatInstant, stopwatch } from '../worlds/clock.ts'
import type { JournalItem, Side, TouchedResource } from '../worlds/exchange.ts'
import { stateOf } from './find-exchanges.ts'
import type { ExchangeState } from './find-exchanges.ts'
import { pathOf } from './nearest-exchange.ts'
import { showBody } from './show-body.ts'
import type { ShownBody } from './show-body.ts'
import { maskUrl } from './mask-url.ts'
import { maskHeaders } from './mask-headers.ts'

/** A trace (W3C Trace Context) as the admin API shows it. */
export type ShownTrace = Omit<TraceContext, 'flags'>

/** An exchange as the admin API shows it. */
export interface JournalEntry {
  readonly id: string
  readonly world: string
  /** By the world's clock, as an RFC 3339 date-time. */
  readonly at: string
  /** By the real clock. */
  readonly realAt: string
  /** So far, where the response is still due. */
  readonly tookMs: number
  readonly state: ExchangeState
  readonly operation: string | null
  readonly source: SourceName | null
  readonly stub: string | null
  readonly example: string | null
  readonly fault: Fault | null
  readonly resource: TouchedResource | null
  /** The trace that its client goes on; absent where there is none. */
  readonly trace?: ShownTrace
  /** The messages that were passed on without a check of their bodies; absent where both were checked. */
  readonly unchecked?: readonly Side[]
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: Readonly<Record<string, unknown>>
    readonly violations: readonly Violation[]
  } & ShownBody
  readonly response: {
    /** `null` where the response is still due. */
    readonly status: number | null
    readonly headers: Readonly<Record<string, unknown>>
    readonly violations: readonly Violation[]
  } & ShownBody
}

/**
 * Converts an exchange for the admin API: masks credentials, cuts bodies that are longer than `longestBody`, in
 * characters of JSON, and formats times.
 */
export function toJournalEntry (exchange: JournalItem, world: string, longestBody?: number): JournalEntry {
  const {
    id,
    at,
    realAt,
    operation = null,
    source = null,
    stub = null,
    example = null,
    fault = null,
    resource = null
  } = exchange
  const tookMs = exchange.status === undefined ? stopwatch() - exchange.receivedAt : exchange.tookMs
  const url = maskUrl(exchange.url, exchange.credentials)
  return {
    id,
    world,
    at: formatInstant(at),
    realAt: formatInstant(realAt),
    tookMs: Math.round(tookMs * 1_000) / 1_000,
    state: stateOf(exchange),
    operation,
    source,
    stub,
    example,
    fault,
    resource,
    ...showTrace(exchange),
    ...exchange.status !== undefined && exchange.unchecked && { unchecked: exchange.unchecked },
    request: {
      method: exchange.method,
      url,
      headers: maskHeaders(exchange.requestHeaders, exchange.credentials),
      violations: exchange.requestViolations,
      ...showBody(exchange.requestBody, longestBody)
    },
    response: showResponse(exchange, url, longestBody)
  }
}

function showTrace ({ requestHeaders }: JournalItem): Pick<JournalEntry, 'trace'> {
  const trace = traceOf(requestHeaders)
  if (trace === undefined) return {}
  const { parentId, sampled, state, traceId } = trace
  return { trace: { traceId, parentId, sampled, state } }
}

const NO_RESPONSE = { status: null, headers: {}, violations: [] }

function showResponse (exchange: JournalItem, url: string, longestBody?: number): JournalEntry['response'] {
  if (exchange.status === undefined) return NO_RESPONSE
  return {
    status: exchange.status,
    headers: maskHeaders(exchange.responseHeaders, exchange.credentials),
    violations: exchange.responseViolations,
    ...hidePath(showBody(exchange.responseBody, longestBody), pathOf(exchange), pathOf({ url }))
  }
}

/** Masks the path of a request where its response says it, as a 404 does. */
function hidePath (shown: ShownBody, path: string, masked: string): ShownBody {
  return path === masked || shown.body === undefined ? shown : { ...shown, body: replaceText(shown.body, path, masked) }
}

function replaceText (value: unknown, text: string, other: string): unknown {
  if (typeof value === 'string') return value.replaceAll(text, () => other)
  if (Array.isArray(value)) return value.map(item => replaceText(item, text, other))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaceText(member, text, other)]))
}
