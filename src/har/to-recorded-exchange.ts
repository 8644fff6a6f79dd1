import type { Exchange } from '../worlds/exchange.ts'
import { keptBodyBytes } from './kept-body-bytes.ts'
import type { RecordedExchange, RecordedHeaders, RecordedMessage } from './recorded-exchange.ts'
import { sentHeaders } from './sent-headers.ts'

/** Headers of the wire, which no longer hold for a body that was decoded. */
const OF_THE_WIRE = new Set(['connection', 'content-encoding', 'content-length', 'keep-alive', 'transfer-encoding'])

/**
 * Converts an exchange of a world. Nothing is masked. `origin` is the scheme and host of its URL, without a slash at
 * the end: `http://127.0.0.1:4010`.
 */
export function toRecordedExchange (exchange: Exchange, origin: string): RecordedExchange {
  const { method, realAt, requestBody, requestHeaders, responseBody, responseHeaders, status, tookMs, url } = exchange
  return {
    startedAt: realAt,
    durationMs: tookMs,
    request: { method, url: origin + url, ...toMessage(requestHeaders, requestBody) },
    response: { status, ...toMessage(sentHeaders(responseHeaders, responseBody), responseBody) }
  }
}

function toMessage (headers: Readonly<Record<string, unknown>>, kept: unknown): RecordedMessage {
  const contentType = headers['content-type']
  const body = keptBodyBytes(kept, typeof contentType === 'string' ? contentType : undefined)
  const isBodyLeftOut = kept !== undefined && body === undefined
  return { headers: listHeaders(headers), body, ...isBodyLeftOut && { isBodyLeftOut } }
}

/** Lists headers that are kept by their names, without those that only say how the body was carried. */
function listHeaders (headers: Readonly<Record<string, unknown>>): RecordedHeaders {
  const listed: Array<readonly [string, string]> = []
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || OF_THE_WIRE.has(name)) continue
    const values: unknown[] = Array.isArray(value) ? value : [value]
    for (const item of values) listed.push([name, String(item)])
  }
  return listed
}
