import { decodeTestName, testNameOf } from '../coverage/test-name.ts'
import { toJournalEntry } from '../journal/to-journal-entry.ts'
import type { JournalEntry } from '../journal/to-journal-entry.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import type { JournalItem } from '../worlds/exchange.ts'
import type { HarEntry, HarPair, StandinFacts } from './har.ts'
import { toContent, toPostData } from './har-bodies.ts'
import { listRequestCookies, listResponseCookies } from './har-cookies.ts'
import { sentHeaders } from './sent-headers.ts'

export interface HarEntryOptions {
  /** The name of the world. */
  readonly world: string
  /** The scheme and host of URLs, and any path before theirs, without a slash at the end. */
  readonly origin: string
  /**
   * Whether credentials are masked.
   * @default true
   */
  readonly masked?: boolean
}

/** The longest body that is written in full where it is masked, in characters of JSON. */
const LONGEST_BODY = 2 ** 22

const HTTP_VERSION = 'HTTP/1.1'

/** Converts an exchange of a world, or a request whose response is still due, to an entry of a HAR file. */
export function toHarEntry (item: JournalItem, { masked = true, origin, world }: HarEntryOptions): HarEntry {
  const exchange = withSentHeaders(item)
  const shown = masked ? toJournalEntry(exchange, world, LONGEST_BODY) : toRawEntry(exchange, world)
  const { request, tookMs } = shown
  return {
    startedDateTime: shown.realAt,
    time: tookMs,
    request: {
      method: request.method,
      url: origin + request.url,
      httpVersion: HTTP_VERSION,
      cookies: listRequestCookies(request.headers),
      headers: listHeaders(request.headers),
      queryString: listQuery(request.url),
      ...toPostData(request),
      headersSize: -1,
      bodySize: -1
    },
    response: toResponse(shown.response),
    cache: {},
    timings: { send: 0, wait: tookMs, receive: 0 },
    _standin: toFacts(shown, exchange)
  }
}

function withSentHeaders (exchange: JournalItem): JournalItem {
  if (exchange.status === undefined) return exchange
  return { ...exchange, responseHeaders: sentHeaders(exchange.responseHeaders, exchange.responseBody) }
}

/** Returns an entry of the journal in which nothing is masked or cut. */
function toRawEntry (exchange: JournalItem, world: string): JournalEntry {
  const { method, requestBody, requestHeaders: headers, requestViolations: violations, url } = exchange
  const request = { method, url, headers, violations, body: requestBody }
  const head = { ...exchange, requestBody: undefined }
  if (head.status === undefined) return { ...toJournalEntry(head, world), request }
  const { responseBody: body, responseHeaders, responseViolations, status } = head
  const response = { status, headers: responseHeaders, violations: responseViolations, body }
  return { ...toJournalEntry({ ...head, responseBody: undefined }, world), request, response }
}

function toResponse (response: JournalEntry['response']): HarEntry['response'] {
  const status = response.status ?? 0
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: HTTP_VERSION,
    cookies: listResponseCookies(response.headers),
    headers: listHeaders(response.headers),
    content: toContent(response),
    redirectURL: textOf(response.headers.location),
    headersSize: -1,
    bodySize: -1
  }
}

function toFacts (shown: JournalEntry, { requestHeaders }: JournalItem): StandinFacts {
  const test = decodeTestName(testNameOf(requestHeaders))
  return {
    id: shown.id,
    world: shown.world,
    at: shown.at,
    operation: shown.operation,
    source: shown.source,
    stub: shown.stub,
    example: shown.example,
    fault: shown.fault,
    test: test === '' ? null : test,
    pending: shown.state === 'pending',
    requestViolations: shown.request.violations,
    responseViolations: shown.response.violations
  }
}

function listHeaders (headers: Readonly<Record<string, unknown>>): HarPair[] {
  const listed: HarPair[] = []
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    const values: unknown[] = Array.isArray(value) ? value : [value]
    for (const item of values) listed.push({ name, value: textOf(item) })
  }
  return listed
}

function listQuery (url: string): HarPair[] {
  const start = url.indexOf('?')
  if (start === -1) return []
  return [...new URLSearchParams(url.slice(start))].map(([name, value]) => ({ name, value }))
}

function textOf (value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}
