import t from 'tap'
import { readHar } from '../../src/har/read-har.ts'
import { toHarEntry } from '../../src/har/to-har-entry.ts'
import { writeHar } from '../../src/har/write-har.ts'
import { toRecordedExchange } from '../../src/har/to-recorded-exchange.ts'
import { RawBody } from '../../src/messages/raw-body.ts'
import type { Exchange, PendingExchange } from '../../src/worlds/exchange.ts'
import { exchange } from '../journal/exchange.ts'
import { harFlaws } from './har-schema.ts'

const OPTIONS = { world: 'checkout', origin: 'http://127.0.0.1:4010' }

/** Converts an exchange that is valid HAR in any case. */
function convert (parts: Partial<Exchange>, options: { readonly masked?: boolean } = {}) {
  const entry = toHarEntry(exchange(parts), { ...OPTIONS, ...options })
  const text = [...writeHar([entry], '1.2.3')].join('')
  const flaws = harFlaws(JSON.parse(text))
  if (flaws.length > 0) throw new Error(flaws.join('\n'))
  return entry
}

const SENT: Partial<Exchange> = {
  id: '7',
  url: '/orders?api_key=abcdef&page=2',
  requestHeaders: {
    authorization: 'Bearer abc',
    cookie: 'session=abc; theme=dark',
    'content-type': 'application/json',
    'x-standin-test': 'adds%20an%20order'
  },
  requestBody: { AccessToken: 'abc', Size: 3 },
  responseHeaders: {
    'content-type': 'application/json',
    'set-cookie': ['a=1; Path=/; HttpOnly', 'b=2'],
    location: '/o/1'
  },
  responseBody: { id: 1 },
  requestViolations: [{ in: 'body', pointer: '/Size', rule: 'type', expected: 'be a text', message: 'body /Size …' }]
}

t.test('an exchange is an entry, with credentials masked', async t => {
  t.same(convert(SENT), {
    startedDateTime: '2025-06-01T00:00:00.000Z',
    time: 1.235,
    request: {
      method: 'POST',
      url: 'http://127.0.0.1:4010/orders?api_key=***&page=2',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [
        { name: 'authorization', value: 'Bearer ***' },
        { name: 'cookie', value: '***' },
        { name: 'content-type', value: 'application/json' },
        { name: 'x-standin-test', value: 'adds%20an%20order' }
      ],
      queryString: [{ name: 'api_key', value: '***' }, { name: 'page', value: '2' }],
      postData: { mimeType: 'application/json', text: '{"AccessToken":"***","Size":3}' },
      headersSize: -1,
      bodySize: -1
    },
    response: {
      status: 201,
      statusText: 'Created',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [
        { name: 'content-type', value: 'application/json' },
        { name: 'set-cookie', value: '***' },
        { name: 'set-cookie', value: '***' },
        { name: 'location', value: '/o/1' }
      ],
      content: { size: 8, mimeType: 'application/json', text: '{"id":1}' },
      redirectURL: '/o/1',
      headersSize: -1,
      bodySize: -1
    },
    cache: {},
    timings: { send: 0, wait: 1.235, receive: 0 },
    _standin: {
      id: '7',
      world: 'checkout',
      at: '2026-01-01T00:00:00.000Z',
      operation: 'orders.addOrder',
      source: 'example',
      stub: null,
      example: null,
      fault: null,
      test: 'adds an order',
      pending: false,
      requestViolations: SENT.requestViolations,
      responseViolations: []
    }
  })
})

t.test('an exchange is an entry as it was sent, where that is wanted', async t => {
  const { request, response } = convert(SENT, { masked: false })
  t.match(request, {
    url: 'http://127.0.0.1:4010/orders?api_key=abcdef&page=2',
    cookies: [{ name: 'session', value: 'abc' }, { name: 'theme', value: 'dark' }],
    postData: { text: '{"AccessToken":"abc","Size":3}' }
  })
  t.same(response.cookies, [
    { name: 'a', value: '1', path: '/', httpOnly: true, secure: false },
    { name: 'b', value: '2', httpOnly: false, secure: false }
  ])
})

t.test('a request whose response is still due has the status 0', async t => {
  const { responseBody, responseHeaders, responseViolations, status, tookMs, source, ...request } = exchange()
  const pending: PendingExchange = { ...request, id: 'w1', receivedAt: 0, source: undefined }
  const entry = toHarEntry(pending, OPTIONS)
  t.match(entry, { response: { status: 0, statusText: '' }, _standin: { id: 'w1', pending: true, source: null } })
  t.same(harFlaws({ log: { version: '1.2', creator: { name: 'a', version: '1' }, entries: [entry] } }), [])
  const text = [...writeHar([entry], '1.2.3')].join('')
  t.match(readHar(Buffer.from(text), 'x.har'), { exchanges: [], leftOut: [{ why: 'no response came' }] })
})

const BYTES = Buffer.from([0xff, 0, 1])
const MULTIPART = 'multipart/form-data; boundary=b'
const PARTS = '--b\r\nContent-Disposition: form-data; name="password"\r\n\r\nabc\r\n' +
  '--b\r\nContent-Disposition: form-data; name="size"\r\n\r\n3\r\n--b--\r\n'

t.test('bytes are base64, which the journal does not show', async t => {
  const headers = { 'content-type': 'image/png' }
  const bytes = { requestHeaders: headers, requestBody: BYTES, responseHeaders: headers, responseBody: BYTES }
  const shown = convert(bytes)
  t.same(shown.request.postData, { mimeType: 'image/png', comment: '3 bytes, not shown' })
  t.same(shown.response.content, { size: 3, mimeType: 'image/png', comment: '3 bytes, not shown' })
  const { request, response } = convert(bytes, { masked: false })
  t.same(request.postData, { mimeType: 'image/png', text: '/wAB', _encoding: 'base64' })
  t.same(response.content, { size: 3, mimeType: 'image/png', text: '/wAB', encoding: 'base64' })
})

t.test('a multipart form is its fields, with credentials masked', async t => {
  const headers = { 'content-type': MULTIPART }
  const requestBody = new RawBody(Buffer.from(PARTS), MULTIPART)
  t.same(convert({ requestHeaders: headers, requestBody }).request.postData, {
    mimeType: MULTIPART,
    params: [{ name: 'password', value: '***' }, { name: 'size', value: '3' }]
  })
  t.equal(convert({ requestHeaders: headers, requestBody }, { masked: false }).request.postData?.text, PARTS)
})

t.test('a body that is long is there in full, and cut only where it is far longer', async t => {
  const responseHeaders = { 'content-type': 'text/plain' }
  const long = convert({ responseHeaders, responseBody: 'x'.repeat(1_000_000) }).response.content
  t.equal(long.text?.length, 1_000_000)
  const { comment, size, text } = convert({ responseHeaders, responseBody: 'x'.repeat(5_000_000) }).response.content
  t.match({ comment, size, text: text?.length }, { comment: /^cut: the first/, text: 4_194_304 })
})

t.test('what is written as it was sent is read as it was', async t => {
  for (const [contentType, body] of [
    ['application/json', { a: [1, 'é'] }],
    ['application/x-www-form-urlencoded', { a: 'x y' }],
    ['text/csv', 'a,b\n'],
    ['image/png', BYTES],
    [MULTIPART, new RawBody(Buffer.from(PARTS), MULTIPART)]
  ] as const) {
    const headers = { 'content-type': contentType }
    const kept = exchange({
      requestHeaders: headers,
      requestBody: body,
      responseHeaders: headers,
      responseBody: body,
      realAt: Date.UTC(2025, 5, 1),
      tookMs: 2
    })
    const text = [...writeHar([toHarEntry(kept, { ...OPTIONS, masked: false })], '1.2.3')].join('')
    t.same(readHar(Buffer.from(text), 'x.har').exchanges, [toRecordedExchange(kept, OPTIONS.origin)], contentType)
  }
})
