import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib'
import t from 'tap'
import { readHar } from '../../src/har/read-har.ts'
import { headerOf } from '../../src/har/recorded-exchange.ts'
import type { RecordedExchange } from '../../src/har/recorded-exchange.ts'
import { harEntry, harText } from './har-text.ts'

function read (...entries: readonly unknown[]) {
  return readHar(Buffer.from(harText(...entries)), 'x.har')
}

function readOne (parts: Parameters<typeof harEntry>[0]): RecordedExchange {
  const [exchange, ...others] = read(harEntry(parts)).exchanges
  if (exchange === undefined || others.length > 0) throw new Error('not one exchange')
  return exchange
}

t.test('an exchange is read with its times, headers and bodies', async t => {
  const exchange = readOne({
    time: 3.5,
    request: {
      method: 'post',
      url: 'https://api.example/orders?page=2#top',
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      postData: { mimeType: 'application/json', text: '{"a":1}' }
    },
    response: { status: 201, content: { size: 4, mimeType: 'application/json', text: 'true' } }
  })
  t.same(exchange, {
    startedAt: Date.UTC(2026, 0, 1),
    durationMs: 3.5,
    request: {
      method: 'POST',
      url: 'https://api.example/orders?page=2',
      headers: [['Content-Type', 'application/json']],
      body: Buffer.from('{"a":1}')
    },
    response: { status: 201, headers: [['Content-Type', 'application/json']], body: Buffer.from('true') }
  })
})

t.test('exchanges are in the order in which they were sent', async t => {
  const at = (second: number) => harEntry({ startedDateTime: `2026-01-01T00:00:0${second}Z` })
  t.same(read(at(2), at(1), at(3)).exchanges.map(({ startedAt }) => startedAt % 10_000), [1_000, 2_000, 3_000])
})

t.test('members that nobody needs may be missing', async t => {
  const text = '{"log":{"entries":[{"request":{"method":"GET","url":"http://a/b"},"response":{"status":204}}]}}'
  t.same(readHar(Buffer.from(`\ufeff${text}`), 'x.har').exchanges, [{
    startedAt: 0,
    durationMs: 0,
    request: { method: 'GET', url: 'http://a/b', headers: [], body: undefined },
    response: { status: 204, headers: [], body: undefined }
  }])
})

for (const [text, instant] of [
  ['2026-01-01T02:00:00.123+02:00', '2026-01-01T00:00:00.123Z'],
  ['2026-01-01T02:00:00.123456+0200', '2026-01-01T00:00:00.123Z'],
  ['2026-01-01T00:00:00', '2026-01-01T00:00:00.000Z'],
  ['2026-01-01 00:00:00Z', '2026-01-01T00:00:00.000Z']
] as const) {
  t.test(`the instant ${text} is read`, async t => {
    t.equal(readOne({ startedDateTime: text }).startedAt, Date.parse(instant))
  })
}

const MULTIPART = 'multipart/form-data; boundary=b'
const FORM = 'application/x-www-form-urlencoded'

/** Requests as tools write them, and the bodies that were sent. */
const requests: ReadonlyArray<readonly [why: string, request: object, body: string | undefined]> = [
  ['null stands for no body', { postData: null }, undefined],
  ['an empty text is no body', { postData: { mimeType: '', text: '' } }, undefined],
  ['bytes are base64', { postData: { mimeType: 'x/y', text: 'AAE=', encoding: 'base64' } }, '\0\x01'],
  ['bytes may say so with an underscore',
    { postData: { mimeType: 'x/y', text: 'AAE=', _encoding: 'base64' } }, '\0\x01'],
  ['a form may have no text', { postData: { mimeType: FORM, params: [{ name: 'a', value: 'x y' }] } }, 'a=x+y'],
  ['Firefox writes headers before a form',
    { postData: { mimeType: FORM, text: `Content-Type: ${FORM}\r\nContent-Length: 3\r\n\r\na=1` } }, 'a=1'],
  ['a multipart form may have no text',
    {
      postData: {
        mimeType: MULTIPART,
        params: [{ name: 'a', value: '1' }, { name: 'f', fileName: 'x.txt', contentType: 'text/plain', value: 'hi' }]
      }
    },
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n' +
    '--b\r\nContent-Disposition: form-data; name="f"; filename="x.txt"\r\n' +
    'Content-Type: text/plain\r\n\r\nhi\r\n--b--\r\n']
]

for (const [why, request, body] of requests) {
  t.test(`${why}, in a request`, async t => {
    t.equal(readOne({ request: { method: 'POST', ...request } }).request.body?.toString(), body)
  })
}

t.test('a request takes its content type from its body, and its cookies from their list', async t => {
  const { request } = readOne({
    request: {
      cookies: [{ name: 'a', value: '1' }, { name: 'b', value: '2' }],
      headers: [{ name: ':authority', value: 'api.example' }, { name: 'Accept', value: '*/*' }],
      postData: { mimeType: 'multipart/form-data', params: [{ name: 'a', value: '1' }] }
    }
  })
  t.same(request.headers, [
    ['Accept', '*/*'],
    ['cookie', 'a=1; b=2'],
    ['content-type', 'multipart/form-data; boundary=har-form-boundary']
  ])
})

t.test('a query may be listed only apart from the URL', async t => {
  const queryString = [{ name: 'a', value: 'x y' }, { name: 'b', value: '' }]
  t.equal(readOne({ request: { queryString } }).request.url, 'https://api.example/orders?a=x+y&b=')
  t.equal(readOne({ request: { url: 'http://a/b?c=1', queryString } }).request.url, 'http://a/b?c=1')
})

const JSON_TEXT = '{"name":"Zoë"}'

function coded (coding: string): object {
  return { headers: [{ name: 'content-encoding', value: coding }, { name: 'content-length', value: '9' }] }
}

function base64 (bytes: Buffer): object {
  return { size: bytes.length, mimeType: 'application/json', text: bytes.toString('base64'), encoding: 'base64' }
}

/** Responses as tools write them, all of the same body. */
const responses: ReadonlyArray<readonly [why: string, response: object]> = [
  ['decoded text beside the header of its coding', { ...coded('gzip'), content: { size: 14, text: JSON_TEXT } }],
  ['base64 of decoded text', { ...coded('br'), content: base64(Buffer.from(JSON_TEXT)) }],
  ['base64 of what is still compressed', { ...coded('gzip'), content: base64(gzipSync(JSON_TEXT)) }],
  ['base64 of brotli', { ...coded('br'), content: base64(brotliCompressSync(JSON_TEXT)) }],
  ['base64 of bare deflate', { ...coded('deflate'), content: base64(deflateRawSync(JSON_TEXT)) }],
  ['two codings', { ...coded('gzip, br'), content: base64(brotliCompressSync(gzipSync(JSON_TEXT))) }],
  ['the coding as the encoding of the text', { content: { ...base64(gzipSync(JSON_TEXT)), encoding: 'gzip' } }],
  ['an encoding that is none', { content: { size: 14, text: JSON_TEXT, encoding: 'utf-8' } }]
]

for (const [why, response] of responses) {
  t.test(`the body is read of ${why}`, async t => {
    const read = readOne({ response }).response
    t.equal(read.body?.toString(), JSON_TEXT)
    t.equal(headerOf(read, 'content-encoding'), undefined)
    t.equal(headerOf(read, 'content-length'), undefined)
    t.notOk(read.isBodyLeftOut)
  })
}

t.test('bytes that were decoded stay as they are', async t => {
  const bytes = Buffer.from([0xff, 0xd8, 0, 1])
  t.same(readOne({ response: { ...coded('gzip'), content: base64(bytes) } }).response.body, bytes)
})

t.test('a body that the file does not have, or not in full, is left out', async t => {
  const bodyOf = (content: object) => readOne({ response: { content } }).response
  t.match(bodyOf({ size: 100, mimeType: 'image/png' }), { body: undefined, isBodyLeftOut: true })
  t.match(bodyOf({ size: 100, mimeType: 'text/x', text: 'ab', comment: 'cut: the first 2 of 100 characters' }), {
    body: Buffer.from('ab'),
    isBodyLeftOut: true
  })
  t.notOk(bodyOf({ size: 0, mimeType: 'x-unknown' }).isBodyLeftOut)
  t.match(readOne({ request: { method: 'POST', bodySize: 9 } }).request, { isBodyLeftOut: true })
})

t.test('a 304 and a response to HEAD have no body, whatever a browser has kept', async t => {
  t.equal(readOne({ response: { status: 304 } }).response.body, undefined)
  t.equal(readOne({ request: { method: 'HEAD' } }).response.body, undefined)
})

t.test('cookies that were joined by line breaks are several', async t => {
  const headers = [{ name: 'Set-Cookie', value: 'a=1\nb=2' }]
  const [first, second] = readOne({ response: { headers } }).response.headers
  t.same([first, second], [['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2']])
})

t.test('text is written in the charset that its header names', async t => {
  const content = { size: 3, mimeType: 'text/plain; charset=iso-8859-1', text: 'Zoë' }
  t.same(readOne({ response: { headers: [], content } }).response.body, Buffer.from('Zoë', 'latin1'))
})

const leftOut: ReadonlyArray<readonly [why: string, parts: Parameters<typeof harEntry>[0]]> = [
  ['its URL is one of data', { request: { url: 'data:text/plain,x' } }],
  ['its URL is one of wss', { request: { url: 'wss://api.example/' } }],
  ['its URL is one of chrome-extension', { request: { url: 'chrome-extension://a/b.js' } }],
  ['it only opens a tunnel', { request: { method: 'CONNECT' } }],
  ['it changes the protocol', { response: { status: 101 } }],
  ['no response came', { response: { status: 0 } }],
  ['it has no response', { response: null }]
]

for (const [why, parts] of leftOut) {
  t.test(`an entry is left out, as ${why}`, async t => {
    t.same(read(harEntry(), harEntry(parts)), {
      exchanges: read(harEntry()).exchanges,
      leftOut: [{ pointer: '/log/entries/1', why }]
    })
  })
}

/** Files that are not valid, and what their errors say. */
const invalid: ReadonlyArray<readonly [text: string | Buffer, message: RegExp]> = [
  ['', /The HAR file x\.har cannot be read: it is empty/],
  [gzipSync('{}'), /it is compressed; decompress it with gunzip/],
  ['PK\x03\x04', /it is a ZIP archive/],
  [Buffer.from([0x7b, 0xff]), /it is not UTF-8/],
  ['{"log":\n  {"entries": [}}', /at line 2, column 16, it is not JSON: /],
  ['[]', /must be an object with the member "log", but has \[\]; export it again/],
  ['{"info":1,"item":[]}', /the member "log", but has the members \["info","item"\]/],
  ['{"log":{}}', /\/log\/entries must be a list, but is missing/],
  ['{"log":{"entries":{}}}', /\/log\/entries must be a list, but is \{\}/],
  [harText(7), /\/log\/entries\/0 must be an object, but is 7/],
  [harText({}), /\/log\/entries\/0\/request must be an object, but is missing/],
  [harText(harEntry({ response: 7 })), /\/log\/entries\/0\/response must be an object, but is 7/],
  [harText(harEntry({ request: { url: '/orders' } })), /\/request\/url must be an absolute URL, such as .*"\/orders"/],
  [harText(harEntry({ request: { url: 'localhost:80/' } })), /\/request\/url must be an absolute URL/],
  [harText(harEntry({ request: { method: 'GET /' } })), /\/request\/method must be a method of HTTP, but is "GET \/"/],
  [harText(harEntry({ request: { headers: {} } })), /\/request\/headers must be a list/],
  [harText(harEntry({ request: { headers: ['a: b'] } })), /\/request\/headers\/0 must be an object with a name/],
  [harText(harEntry({ request: { postData: 'a' } })), /\/request\/postData must be an object, but is "a"/],
  [harText(harEntry({ response: { status: 99 } })), /\/response\/status must be a status of HTTP.* but is 99/],
  [harText(harEntry({ response: { status: '200' } })), /\/response\/status must be .* but is "200"/],
  [harText(harEntry({ response: { content: [] } })), /\/response\/content must be an object, but is \[\]/],
  [harText(harEntry({ response: { content: { text: 7 } } })), /\/response\/content\/text must be a text, but is 7/],
  [harText(harEntry({ response: { content: { text: 'é', encoding: 'base64' } } })), /\/content\/text must be base64/],
  [harText(harEntry({ response: { content: { text: 'a', encoding: 'rot13' } } })), /\/encoding must be base64, or be/],
  [harText(harEntry({ startedDateTime: 'yesterday' })), /\/startedDateTime must be a date-time.*"yesterday"/],
  [harText(...Array.from({ length: 12 }, () => 1)), /\/log\/entries\/9 must be an object, but is 1; and 2 more$/]
]

for (const [text, message] of invalid) {
  t.test(`a file is rejected: ${message.source}`, async t => {
    t.throws(() => readHar(Buffer.from(text), 'x.har'), { code: 'STANDIN_INVALID_HAR', message })
  })
}

t.test('credentials are masked in messages', async t => {
  const text = harText(harEntry({ request: { url: '?api_key=abcdef' } }))
  t.throws(() => readHar(Buffer.from(text), 'x.har'), { message: /but is "\?api_key=\*\*\*"/ })
})

t.test('a large file takes time by its length', async t => {
  const entries = Array.from({ length: 20_000 }, () => harEntry({ response: { content: { text: 'x'.repeat(500) } } }))
  t.equal(read(...entries).exchanges.length, 20_000)
})
