import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import t from 'tap'
import { startWith, answering, journalOf } from './start-with.ts'

const BODY = JSON.stringify({ name: 'anvil' })
const PATHS = {
  '/things': {
    post: {
      operationId: 'addThing',
      requestBody: { required: true, content: { 'application/json': { schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } } } },
      responses: answering({ type: 'object' }, {})
    }
  }
}
const JSON_TYPE = { 'content-type': 'application/json' }

/** RFC 9110, sections 8.4 and 8.4.1. */
const CODED: Array<[coding: string, bytes: Buffer]> = [
  ['gzip', gzipSync(BODY)],
  ['x-gzip', gzipSync(BODY)],
  ['GZIP', gzipSync(BODY)],
  ['deflate', deflateSync(BODY)],
  ['br', brotliCompressSync(BODY)],
  ['identity', Buffer.from(BODY)],
  ['gzip, br', brotliCompressSync(gzipSync(BODY))]
]

for (const [coding, bytes] of CODED) {
  t.test(`a body in ${coding} is read`, async t => {
    const standin = await startWith(t, PATHS)
    const answer = await standin.send('POST', '/things', bytes, { ...JSON_TYPE, 'content-encoding': coding })
    t.equal(answer.statusCode, 200, answer.body)
    t.match(await journalOf(standin), [{ request: { body: { name: 'anvil' }, headers: { 'content-encoding': coding } } }])
  })
}

t.test('an unknown coding is refused with those that are read', async t => {
  const { send } = await startWith(t, PATHS)
  const answer = await send('POST', '/things', BODY, { ...JSON_TYPE, 'content-encoding': 'compress' })
  t.equal(answer.statusCode, 415)
  t.equal(answer.headers['accept-encoding'], 'gzip, deflate, br, zstd')
  t.equal(answer.headers.accept, undefined)
  t.match(answer.json(), { code: 'STANDIN_UNSUPPORTED_MEDIA_TYPE', detail: 'header /content-encoding must be gzip or deflate or br or zstd, but is "compress"' })
})

t.test('a body that is not what its coding says is malformed', async t => {
  const { send } = await startWith(t, PATHS)
  const answer = await send('POST', '/things', BODY, { ...JSON_TYPE, 'content-encoding': 'gzip' })
  t.equal(answer.statusCode, 400)
  t.match(answer.json(), { code: 'STANDIN_MALFORMED_REQUEST', detail: 'body must be compressed as its Content-Encoding says, but is not gzip: incorrect header check' })
})

t.test('the limit holds for what a body is when it is read', async t => {
  const { send } = await startWith(t, PATHS, { bodyLimit: 1_000 })
  const answer = await send('POST', '/things', gzipSync(JSON.stringify({ name: 'x'.repeat(100_000) })), { ...JSON_TYPE, 'content-encoding': 'gzip' })
  t.equal(answer.statusCode, 413)
  t.match(answer.json(), { code: 'STANDIN_BODY_TOO_LARGE', detail: /1000 bytes/ })
})
