import t from 'tap'
import { headerOf } from '../../src/har/recorded-exchange.ts'
import { toRecordedExchange } from '../../src/har/to-recorded-exchange.ts'
import { RawBody, SharedBody } from '../../src/messages/raw-body.ts'
import { exchange } from '../journal/exchange.ts'

const ORIGIN = 'http://127.0.0.1:4010'

t.test('an exchange keeps its URL, its times, its headers in order, and credentials', async t => {
  const recorded = toRecordedExchange(exchange({
    url: '/orders?page=2',
    requestHeaders: { authorization: 'Bearer abc', accept: '*/*', 'content-length': '7' },
    responseHeaders: { 'set-cookie': ['a=1', 'b=2'], 'content-encoding': 'gzip' }
  }), ORIGIN)
  t.same(recorded, {
    startedAt: Date.UTC(2025, 5, 1),
    durationMs: 1.23456,
    request: {
      method: 'POST',
      url: `${ORIGIN}/orders?page=2`,
      headers: [['authorization', 'Bearer abc'], ['accept', '*/*']],
      body: undefined
    },
    response: { status: 201, headers: [['set-cookie', 'a=1'], ['set-cookie', 'b=2']], body: undefined }
  })
  t.equal(headerOf(recorded.request, 'Authorization'), 'Bearer abc')
  t.equal(headerOf(recorded.response, 'Set-Cookie'), 'a=1, b=2')
  t.equal(headerOf(recorded.request, 'x-none'), undefined)
})

const bodies: ReadonlyArray<readonly [contentType: string, kept: unknown, sent: string]> = [
  ['application/json', { token: 'abc', size: 12345678901234567890n }, '{"token":"abc","size":12345678901234567890}'],
  ['application/json; charset=utf-8', 'text', '"text"'],
  ['text/plain', 'text', 'text'],
  ['text/csv', Buffer.from('a,b'), 'a,b'],
  ['application/x-www-form-urlencoded', { a: 'x y', b: ['1', '2'] }, 'a=x+y&b=1&b=2'],
  ['application/json', new RawBody(Buffer.from('{ "a" : 1 }'), 'application/json'), '{ "a" : 1 }'],
  ['application/json', new SharedBody({ a: 1 }), '{"a":1}'],
  ['application/json', null, 'null']
]

for (const [contentType, kept, sent] of bodies) {
  t.test(`a body of ${contentType} is as it was sent: ${sent}`, async t => {
    const headers = { 'content-type': contentType }
    const recorded = toRecordedExchange(exchange({
      requestHeaders: headers,
      requestBody: kept,
      responseHeaders: headers,
      responseBody: kept
    }), ORIGIN)
    t.equal(recorded.request.body?.toString(), sent)
    t.equal(recorded.response.body?.toString(), sent)
  })
}

t.test('the content of a file is made once more, unless it is too large', async t => {
  const file = {
    name: 'rows.csv',
    mediaType: 'text/csv',
    size: 4,
    version: '1',
    modified: 0,
    chunks: () => [Buffer.from('a,'), Buffer.from('b\n')]
  }
  const record = (responseBody: unknown) => toRecordedExchange(exchange({ responseBody }), ORIGIN).response
  t.match(record(file), { headers: [['content-type', 'text/csv']], body: Buffer.from('a,b\n') })
  t.match(record({ ...file, size: 2 ** 40 }), { body: undefined, isBodyLeftOut: true })
})
