import type { Fault } from '../messages/fault.ts'
import type { SourceName } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { maskHeaders, maskUrl } from './mask.ts'
import { showBody } from './show-body.ts'
import type { ShownBody } from './show-body.ts'

/** An exchange as the admin API shows it. */
export interface JournalEntry {
  readonly id: string
  readonly world: string
  /** By the world's clock, as an RFC 3339 date-time. */
  readonly at: string
  /** By the real clock. */
  readonly realAt: string
  readonly tookMs: number
  readonly operation: string | null
  readonly source: SourceName
  readonly stub: string | null
  readonly example: string | null
  readonly fault: Fault | null
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: Readonly<Record<string, unknown>>
    readonly violations: readonly Violation[]
  } & ShownBody
  readonly response: {
    readonly status: number
    readonly headers: Readonly<Record<string, unknown>>
    readonly violations: readonly Violation[]
  } & ShownBody
}

/** Converts an exchange for the admin API: masks credentials, cuts long bodies, formats times. */
export function toJournalEntry (exchange: Exchange, world: string): JournalEntry {
  const {
    id,
    at,
    realAt,
    tookMs,
    operation = null,
    source,
    stub = null,
    example = null,
    fault = null
  } = exchange
  return {
    id,
    world,
    at: formatInstant(at),
    realAt: formatInstant(realAt),
    tookMs: Math.round(tookMs * 1_000) / 1_000,
    operation,
    source,
    stub,
    example,
    fault,
    request: {
      method: exchange.method,
      url: maskUrl(exchange.url),
      headers: maskHeaders(exchange.requestHeaders),
      violations: exchange.requestViolations,
      ...showBody(exchange.requestBody)
    },
    response: {
      status: exchange.status,
      headers: maskHeaders(exchange.responseHeaders),
      violations: exchange.responseViolations,
      ...showBody(exchange.responseBody)
    }
  }
}
