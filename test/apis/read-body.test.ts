import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import t from 'tap'
import { createStandin } from '../../src/server.ts'
import { startWith, answering, journalOf } from './start-with.ts'

const BODY = JSON.stringify({ name: 'anvil' })
const PATHS = {
  '/things': {
    post: {
      operationId: 'addThing',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } }
          }
        }
      },
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
    t.match(await journalOf(standin), [
      { request: { body: { name: 'anvil' }, headers: { 'content-encoding': coding } } }
    ])
  })
}

t.test('an unknown coding is refused with those that are read', async t => {
  const { send } = await startWith(t, PATHS)
  const answer = await send('POST', '/things', BODY, { ...JSON_TYPE, 'content-encoding': 'compress' })
  t.equal(answer.statusCode, 415)
  t.equal(answer.headers['accept-encoding'], 'gzip, deflate, br, zstd')
  t.equal(answer.headers.accept, undefined)
  t.match(answer.json(), {
    code: 'STANDIN_UNSUPPORTED_MEDIA_TYPE',
    detail: 'header /content-encoding must be gzip or deflate or br or zstd, but is "compress"'
  })
})

t.test('a body that is not what its coding says is malformed', async t => {
  const { send } = await startWith(t, PATHS)
  const answer = await send('POST', '/things', BODY, { ...JSON_TYPE, 'content-encoding': 'gzip' })
  t.equal(answer.statusCode, 400)
  t.match(answer.json(), {
    code: 'STANDIN_MALFORMED_REQUEST',
    detail:
      'body must be compressed as its Content-Encoding says, but is not gzip: incorrect header check'
  })
})

t.test('the limit holds for what a body is when it is read', async t => {
  const { send } = await startWith(t, PATHS, { bodyLimit: 1_000 })
  const answer = await send(
    'POST',
    '/things',
    gzipSync(JSON.stringify({ name: 'x'.repeat(100_000) })),
    { ...JSON_TYPE, 'content-encoding': 'gzip' }
  )
  t.equal(answer.statusCode, 413)
  t.match(answer.json(), { code: 'STANDIN_BODY_TOO_LARGE', detail: /1000 bytes/ })
})

/** Sends text over a connection of its own, and gives all that comes back until that is closed. */
async function exchange (port: number, text: string, then?: 'leave'): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', bytes => { answer += String(bytes) })
  socket.write(text)
  if (then === 'leave') socket.end()
  await once(socket, 'close')
  return answer
}

const POST = 'POST /things HTTP/1.1\r\nHost: a.test\r\nContent-Type: application/json\r\n'

t.test('a body without a length is read as far as the limit, and its connection closed', async t => {
  const { app } = await startWith(t, PATHS, { bodyLimit: 100 })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo  // it listens on a port
  const chunk = `40\r\n${'x'.repeat(64)}\r\n`
  const answer = await exchange(port, `${POST}Transfer-Encoding: chunked\r\n\r\n${chunk}${chunk}`)
  t.match(answer, /^HTTP\/1.1 413 /)
  t.match(answer, /connection: close/i)
})

t.test('a length beyond the limit is refused before anything is read', async t => {
  const { app } = await startWith(t, PATHS, { bodyLimit: 100 })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo  // it listens on a port
  t.match(await exchange(port, `${POST}Content-Length: 101\r\n\r\n`), /^HTTP\/1.1 413 /)
})

t.test('a client that leaves within its body leaves no trace', async t => {
  const standin = await startWith(t, PATHS)
  await standin.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = standin.app.server.address() as AddressInfo  // it listens on a port
  await exchange(port, `${POST}Content-Length: 50\r\n\r\n{"name":`, 'leave')
  t.equal((await standin.send('POST', '/things', BODY, JSON_TYPE)).statusCode, 200)
  t.equal((await journalOf(standin)).length, 1)
})

t.test('a body may come with any method', async t => {
  const { post } = PATHS['/things']
  const standin = await startWith(t, { '/things': { get: post, delete: { ...post, operationId: 'deleteThing' } } })
  for (const method of ['GET', 'DELETE'] as const) {
    t.equal((await standin.send(method, '/things', BODY, JSON_TYPE)).statusCode, 200, method)
  }
})

t.test('an injected body is read though no header tells of it', async t => {
  const { app } = await startWith(t, PATHS)
  const answer = await app.inject({
    method: 'POST',
    url: '/things',
    headers: JSON_TYPE,
    payload: Readable.from([BODY])
  })
  t.equal(answer.statusCode, 200, answer.body)
})

t.test('other routes of the app have their bodies from the framework', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  app.post('/own', async request => ({ body: request.body }))
  const answer = await app.inject({ method: 'POST', url: '/own', payload: { a: 1 } })
  t.match(answer.json(), { body: { a: 1 } })
})
