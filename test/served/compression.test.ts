import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { request as requestHttp } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import t from 'tap'
import type { Test } from 'tap'
import { Agent, fetch } from 'undici'
import { startWith } from '../apis/start-with.ts'
import { exchange, openSession } from '../open-session.ts'
import { listen } from '../start-standin.ts'
import type { StandinOptions } from '../../src/standin-options.ts'

process.env.XDG_CACHE_HOME = t.testdir({})

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  zstd: zstdDecompressSync
}

/** Some text of a length. */
const long = (length: number) => 'standin '.repeat(Math.ceil(length / 8)).slice(0, length)

const BODY = JSON.stringify({ text: long(5_000) })

const ok = (content: object, more: object = {}) => ({ responses: { 200: { description: '', content, ...more } } })

const PATHS = {
  '/json': { get: { operationId: 'getJson', ...ok({ 'application/json': {} }) } },
  '/any': { get: { operationId: 'getAny', ...ok({ '*/*': {} }) } },
  '/bytes': {
    get: { operationId: 'getBytes', ...ok({ 'text/csv': { schema: { type: 'string', format: 'binary' } } }) }
  },
  '/sized': {
    get: {
      operationId: 'getSized',
      ...ok({ 'application/json': {} }, { headers: { 'Content-Length': { schema: { type: 'integer' } } } })
    }
  }
}

async function start (t: Test, options: StandinOptions = {}) {
  const standin = await startWith(t, PATHS, options)
  const base = await listen(standin)
  const stub = async (operation: string, reply: object, more: object = {}) => {
    await standin.admin('DELETE', '/stubs')
    const { body, statusCode } = await standin.admin('POST', '/stubs', { operation, reply, contract: 'off', ...more })
    t.equal(statusCode, 201, body.slice(0, 200))
  }
  await stub('getJson', { body: JSON.parse(BODY) })
  const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const sent = requestHttp(`${base}${path}`, { method, headers, agent: false }).end()
    const [response] = await once(sent, 'response') as [IncomingMessage]
    return { headers: response.headers, status: response.statusCode, body: await buffer(response) }
  }
  return { base, get, standin, stub }
}

t.test('a response is compressed as its request asks', async t => {
  const { get } = await start(t)
  const plain = await get('/json')
  t.equal(plain.headers['content-encoding'], undefined)
  t.equal(plain.headers.vary, 'Origin, Accept-Encoding', 'caches learn that it depends on the request')
  t.equal(String(plain.body), BODY)

  for (const [coding, decode] of Object.entries(DECODERS)) {
    const { body, headers } = await get('/json', { 'accept-encoding': coding })
    t.equal(headers['content-encoding'], coding)
    t.equal(headers['content-length'], String(body.length))
    t.equal(headers.vary, 'Origin, Accept-Encoding')
    t.equal(String(decode(body)), BODY, coding)
  }
  for (const header of ['identity', 'gzip;q=0', 'deflate', '']) {
    const { body, headers } = await get('/json', { 'accept-encoding': header })
    t.equal(headers['content-encoding'], undefined, header)
    t.equal(String(body), BODY)
  }
})

t.test('clients read compressed responses as they are', async t => {
  const { base, standin } = await start(t)
  const response = await fetch(`${base}/json`)
  t.equal(response.headers.get('content-encoding'), 'gzip')
  t.equal(await response.text(), BODY)

  const args = ['-s', '--compressed', '-w', '\n%header{content-encoding}']
  const { stdout } = await promisify(execFile)('curl', [...args, `${base}/json`])
  const [body, coding] = stdout.split('\n')
  t.equal(body, BODY)
  t.match(coding, /^(?:br|gzip|zstd)$/)

  const { requests } = (await standin.admin('GET', '/requests')).json()
  const bodies = requests.map(({ response }: { response: { body: unknown } }) => response.body)
  t.same(bodies, [JSON.parse(BODY), JSON.parse(BODY)])
})

t.test('a small response stays as it is', async t => {
  const { get, stub } = await start(t)
  for (const [length, coding] of [[1_021, undefined], [1_022, 'gzip']] as const) {
    await stub('getJson', { body: long(length) })
    const { body, headers } = await get('/json', { 'accept-encoding': 'gzip' })
    t.equal(headers['content-encoding'], coding, `${length + 2} bytes`)
    t.equal(headers.vary, coding === undefined ? 'Origin' : 'Origin, Accept-Encoding')
    if (coding === undefined) t.equal(body.length, length + 2)
  }
  await stub('getJson', { body: 'é'.repeat(600) })
  t.equal((await get('/json', { 'accept-encoding': 'gzip' })).headers['content-encoding'], 'gzip', 'bytes are counted')
})

t.test('only texts are compressed', async t => {
  const { get, stub } = await start(t)
  const cases: ReadonlyArray<[type: string, isCompressed: boolean]> = [
    ['application/problem+json', true],
    ['application/xml', true],
    ['image/svg+xml', true],
    ['text/plain; charset=utf-8', true],
    ['TEXT/HTML', true],
    ['application/x-ndjson', true],
    ['application/yaml', true],
    ['text/event-stream', false],
    ['image/png', false],
    ['application/octet-stream', false],
    ['application/zip', false],
    ['video/mp4', false]
  ]
  for (const [type, isCompressed] of cases) {
    await stub('getAny', { headers: { 'Content-Type': type }, raw: long(2_000) })
    const { body, headers, status } = await get('/any', { 'accept-encoding': 'gzip' })
    t.equal(status, 200)
    t.equal(headers['content-encoding'], isCompressed ? 'gzip' : undefined, type)
    t.equal(headers.vary, isCompressed ? 'Origin, Accept-Encoding' : 'Origin', type)
    t.equal(String(isCompressed ? gunzipSync(body) : body), long(2_000))
  }
})

t.test('what is to keep its bytes or its length stays as it is', async t => {
  const { get, stub } = await start(t)
  const body = JSON.parse(BODY)
  const asked = { 'accept-encoding': 'gzip' }
  const headersOf = async (path: string, more: Record<string, string> = {}) => {
    const { headers } = await get(path, { ...asked, ...more })
    t.equal(headers['content-encoding'], undefined, path)
    return headers
  }
  for (const headers of [
    { 'Cache-Control': 'no-store, no-transform' },
    { 'Content-Disposition': 'attachment; filename="a.json"' },
    { 'Content-Range': 'bytes 0-5008/9000' },
    { 'Content-Digest': 'sha-256=:AAAA:' },
    { 'Content-MD5': 'AAAA' }
  ]) {
    await stub('getJson', { headers, body })
    t.equal((await headersOf('/json')).vary, 'Origin', JSON.stringify(headers))
  }
  await stub('getJson', { status: 206, body })
  await headersOf('/json')
  await stub('getJson', { body })
  await headersOf('/json', { 'cache-control': 'no-transform' })
  await stub('getSized', { body })
  t.equal((await headersOf('/sized'))['content-length'], String(BODY.length))
  await stub('getBytes', { body: long(2_000) })
  t.equal((await headersOf('/bytes'))['content-length'], '2000')
})

t.test('the headers of HEAD are those of GET', async t => {
  const { get, stub } = await start(t)
  await stub('getJson', { headers: { ETag: '"a"' }, body: JSON.parse(BODY) })
  for (const coding of ['identity', 'br']) {
    const asked = { 'accept-encoding': coding }
    const got = await get('/json', asked)
    const head = await get('/json', asked, 'HEAD')
    t.equal(head.body.length, 0)
    t.same({ ...head.headers, date: '' }, { ...got.headers, date: '' })
  }
})

t.test('a strong entity tag becomes a weak one, and Vary keeps what it had', async t => {
  const { get, stub } = await start(t)
  for (const [given, expected] of [['"a"', 'W/"a"'], ['W/"a"', 'W/"a"']] as const) {
    await stub('getJson', { headers: { ETag: given }, body: JSON.parse(BODY) })
    t.equal((await get('/json', { 'accept-encoding': 'gzip' })).headers.etag, expected)
    t.equal((await get('/json')).headers.etag, given)
  }
  for (const [given, expected] of [
    ['Accept', 'Accept, Origin, Accept-Encoding'],
    ['accept-encoding', 'accept-encoding, Origin'],
    ['*', '*']
  ] as const) {
    await stub('getJson', { headers: { Vary: given }, body: JSON.parse(BODY) })
    t.equal((await get('/json', { 'accept-encoding': 'gzip' })).headers.vary, expected)
  }
})

t.test('faults and bodies in pieces are of the body as it is', async t => {
  const { base, get, stub } = await start(t)
  const asked = { 'accept-encoding': 'gzip' }
  await stub('getJson', { body: JSON.parse(BODY), trickle: { chunks: 2, over: 'PT0.01S', by: 'real' } })
  const trickled = await get('/json', asked)
  t.equal(trickled.headers['content-encoding'], undefined)
  t.equal(String(trickled.body), BODY)

  await stub('getJson', { body: JSON.parse(BODY) }, { fault: 'truncated-body' })
  const sent = requestHttp(`${base}/json`, { headers: asked, agent: false }).end()
  const [response] = await once(sent, 'response') as [IncomingMessage]
  t.equal(response.headers['content-encoding'], undefined)
  t.equal(response.headers['content-length'], String(BODY.length))
  await t.rejects(text(response))
})

t.test('responses keep the order of pipelined requests', async t => {
  const { base, standin } = await start(t)
  const { host, port, pathname } = new URL(base)
  const socket = connect(Number(port), '127.0.0.1')
  t.teardown(() => socket.destroy())
  const head = (path: string, more = '') => `GET ${pathname}${path} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`
  const asked = 'Accept-Encoding: gzip\r\n'
  socket.write([
    head('/json', asked),
    head('/none'),
    head('/json'),
    head('/json', `${asked}Connection: close\r\n`)
  ].join(''))
  const received = (await buffer(socket)).toString('latin1')
  const marks = received.match(/HTTP\/1\.1 \d+|content-encoding: \w+/g)
  t.same(marks, [
    'HTTP/1.1 200', 'content-encoding: gzip', 'HTTP/1.1 404', 'HTTP/1.1 200', 'HTTP/1.1 200', 'content-encoding: gzip'
  ])
  const { requests } = (await standin.admin('GET', '/requests')).json()
  const urls = requests.map(({ request }: { request: { url: string } }) => request.url)
  t.same(urls, ['/json', '/none', '/json', '/json'])
})

t.test('a client that leaves meanwhile harms nobody', async t => {
  const { base, get, stub } = await start(t)
  await stub('getJson', { body: long(1_000_000) })
  const leaving = Array.from({ length: 5 }, () => {
    const sent = requestHttp(`${base}/json`, { headers: { 'accept-encoding': 'gzip' }, agent: false }).end()
    sent.on('error', () => {})
    return once(sent, 'socket').then(() => sent.destroy())
  })
  await Promise.all(leaving)
  const { body } = await get('/json', { 'accept-encoding': 'gzip' })
  t.equal(gunzipSync(body).length, 1_000_002)
})

t.test('HTTP/2 has compressed responses too', async t => {
  const standin = await startWith(t, PATHS, { tls: true })
  await standin.admin('POST', '/stubs', { operation: 'getJson', reply: { body: JSON.parse(BODY) }, contract: 'off' })
  const url = (await listen(standin)).replace('http://127.0.0.1', 'https://localhost').replace(/\/~.*/, '')
  const ca = standin.app.certificate?.authority ?? ''
  const session = await openSession(t, url, ca)
  for (const [coding, decode] of Object.entries(DECODERS)) {
    const { body, headers } = await exchange(session, '/json', { 'accept-encoding': coding })
    t.equal(headers['content-encoding'], coding)
    t.equal(String(decode(body)), BODY)
  }
  const dispatcher = new Agent({ connect: { ca }, allowH2: true })
  t.teardown(() => dispatcher.close())
  const response = await fetch(`${url}/json`, { dispatcher })
  t.match(response.headers.get('content-encoding'), /^(?:br|gzip)$/)
  t.equal(await response.text(), BODY)
})

t.test('the admin API compresses its responses', async t => {
  const { get, standin } = await start(t)
  const { body, headers } = await get('/__admin/openapi.json', { 'accept-encoding': 'gzip' })
  t.equal(headers['content-encoding'], 'gzip')
  t.match(headers.vary, /Accept-Encoding/)
  t.match(JSON.parse(String(gunzipSync(body))), { openapi: '3.1.0' })
  const head = await get('/__admin/openapi.json', { 'accept-encoding': 'gzip' }, 'HEAD')
  t.equal(head.headers['content-length'], String(body.length))
  const { headers: plain } = await get('/__admin/openapi.json')
  t.equal(plain['content-encoding'], undefined)
  t.match(plain.vary, /Accept-Encoding/)
  t.equal(plain['content-length'], String((await standin.admin('GET', '/openapi.json')).rawPayload.length))
})

t.test('nothing is compressed where that is off', async t => {
  const { get } = await start(t, { compress: false })
  for (const path of ['/json', '/__admin/openapi.json']) {
    const { headers } = await get(path, { 'accept-encoding': 'gzip, br, zstd' })
    t.equal(headers['content-encoding'], undefined)
    t.notMatch(headers.vary, /Accept-Encoding/)
  }
})
