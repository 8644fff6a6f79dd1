import { exactJson } from '../exact-json.ts'
import type { Fault } from '../messages/fault.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import type { SourceName } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { maskHeaders, maskText, maskUrl, maskValue } from './mask.ts'

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

/** A body as it is shown, with a note if it is cut or left out. */
export interface ShownBody {
  readonly body?: unknown
  readonly note?: string
}

/** The longest body that is shown in full, in characters of JSON. */
const LONGEST_BODY = 65_536

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

function showBody (body: unknown): ShownBody {
  if (body === undefined) return {}
  if (Buffer.isBuffer(body)) return { note: `${body.length} bytes, not shown` }
  if (isFileContent(body)) {
    return { note: `the file ${body.name} (${body.mediaType}), ${body.size} bytes, not shown` }
  }
  const masked = typeof body === 'string' ? maskText(body) : maskValue(body)
  const text = typeof masked === 'string' ? masked : exactJson.stringify(masked)
  if (text.length <= LONGEST_BODY) return { body: masked }
  return {
    body: text.slice(0, LONGEST_BODY),
    note: `cut: the first ${LONGEST_BODY} of ${text.length} characters`
  }
}
