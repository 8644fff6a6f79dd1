import type { RecordedExchange } from '../../src/har/recorded-exchange.ts'

/** The parts of an exchange that a test is about. */
export interface ExchangeParts {
  readonly method?: string
  readonly url?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Written as JSON, unless it is text. */
  readonly body?: unknown
  readonly status?: number
  readonly responseHeaders?: Readonly<Record<string, string>>
  readonly responseBody?: unknown
  readonly at?: number
}

/** Creates a recorded exchange. */
export function exchangeOf (parts: ExchangeParts): RecordedExchange {
  const { at = 0, body, headers, method = 'GET', responseBody, responseHeaders, status = 200, url = '/' } = parts
  return {
    startedAt: at,
    durationMs: 5,
    request: { method, url: new URL(url, 'https://shop.example').href, ...message(body, headers) },
    response: { status, ...message(responseBody, responseHeaders) }
  }
}

function message (body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  return {
    headers: Object.entries({ ...type, ...headers }),
    body: body === undefined ? undefined : Buffer.from(text)
  }
}
