import type { RecordedExchange, RecordedMessage } from '../../src/har/recorded-exchange.ts'
import { headerOf } from '../../src/har/recorded-exchange.ts'

/** Writes exchanges as a HAR file. */
export function toHar (exchanges: readonly RecordedExchange[]): string {
  const entries = exchanges.map(({ durationMs, request, response, startedAt }) => ({
    startedDateTime: new Date(startedAt).toISOString(),
    time: durationMs,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairsOf(request),
      queryString: [...new URL(request.url).searchParams].map(([name, value]) => ({ name, value })),
      ...request.body !== undefined && { postData: { mimeType: typeOf(request), text: request.body.toString() } },
      headersSize: -1,
      bodySize: -1
    },
    response: {
      status: response.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairsOf(response),
      content: { size: response.body?.length ?? 0, mimeType: typeOf(response), text: response.body?.toString() ?? '' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1
    },
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 }
  }))
  const log = { version: '1.2', creator: { name: 'test', version: '1' }, entries }
  return JSON.stringify({ log })
}

function pairsOf ({ headers }: RecordedMessage): Array<{ name: string, value: string }> {
  return headers.map(([name, value]) => ({ name, value }))
}

function typeOf (message: RecordedMessage): string {
  return headerOf(message, 'content-type') ?? ''
}
