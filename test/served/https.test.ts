import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:https'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { connect as connectTls } from 'node:tls'
import { promisify } from 'node:util'
import t from 'tap'
import type { Test } from 'tap'
import { Agent, fetch } from 'undici'
import { createReloadable } from '../../src/reload/reloadable.ts'
import { createStandin } from '../../src/server.ts'
import type { StandinOptions } from '../../src/standin-options.ts'
import { CertificateStore, certificateFolder } from '../../src/tls/certificate-store.ts'
import { ownCertificate } from '../../src/tls/own-certificate.ts'
import { exchange, openSession, responseOf } from '../open-session.ts'
import type { StreamResponse } from '../open-session.ts'

process.env.XDG_CACHE_HOME = t.testdir({})

const JSON_TYPE = { 'content-type': 'application/json' }
const SERVERS = [['a server', createStandin], ['a server that reloads', createReloadable]] as const
const EXPORT = '/api/connector/v1/exports/add'
const BODY = JSON.stringify({ Client: 'Test 1.0', AccessToken: 'a', ClientToken: 'c', EntityType: 'Payment' })

async function start (t: Test, options: StandinOptions = {}, create: typeof createStandin = createStandin) {
  const app = await create({ tls: true, ...options })
  t.teardown(() => app.close())
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo  // it listens on a port
  const ca = app.certificate?.authority ?? ''
  const url = `https://localhost:${port}`
  return { app, ca, url, file: app.certificate?.file ?? '' }
}

function jsonOf ({ body }: StreamResponse) {
  return JSON.parse(String(body))
}

for (const [title, create] of SERVERS) {
  t.test(`${title} speaks HTTP/2 to clients that do, and HTTP/1.1 to others`, async t => {
    const { ca, url } = await start(t, {}, create)
    const session = await openSession(t, url, ca)
    t.equal(session.alpnProtocol, 'h2')

    const added = await exchange(session, EXPORT, { ...JSON_TYPE, 'x-seen': 'by HTTP/2', cookie: 'a=1', body: BODY })
    t.match(added, { status: 200, headers: { 'content-type': /json/, date: String, vary: 'Origin' } })
    t.equal(jsonOf(added).Export.Status, 'Pending')

    for (const allowH2 of [false, true]) {
      const dispatcher = new Agent({ connect: { ca }, allowH2 })
      t.teardown(() => dispatcher.close())
      const health = await fetch(`${url}/__admin/health`, { dispatcher })
      t.equal(health.status, 200, `allowH2: ${allowH2}`)
    }
    const { requests: [{ request }] } = jsonOf(await exchange(session, '/__admin/requests'))
    t.same(Object.keys(request.headers).filter(name => name.startsWith(':')), [])
    t.match(request.headers, { host: new URL(url).host, 'x-seen': 'by HTTP/2' })
  })
}

t.test('curl trusts the authority that the admin API serves', async t => {
  const { ca, file, url } = await start(t)
  const curl = async (...args: string[]) =>
    (await promisify(execFile)('curl', ['--silent', '--cacert', file, ...args])).stdout

  t.equal(await curl(`${url}/__admin/ca.pem`), ca)
  t.equal(await curl('--output', '/dev/null', '--write-out', '%{http_version}', `${url}/__admin/health`), '2')
  const head = await curl('--head', `${url}/__admin/health`)
  t.match(head, /^HTTP\/2 200/)
  const old = await curl('--http1.1', '--include', '--json', BODY, url + EXPORT)
  t.match(old, /^HTTP\/1\.1 200/)
  await t.rejects(promisify(execFile)('curl', ['--silent', `${url}/__admin/health`]), { code: 60 })
})

t.test('without a certificate of its own, a server has no authority to serve', async t => {
  const plain = await createStandin()
  t.teardown(() => plain.close())
  t.match((await plain.inject('/__admin/ca.pem')).json(), { status: 404, code: 'STANDIN_NO_AUTHORITY' })
})

t.test('a certificate that is given is served, and one that cannot be is reported', async t => {
  const own = await ownCertificate(new CertificateStore(certificateFolder()), ['localhost'], Date.now())
  const folder = t.testdir({ 'cert.pem': own.cert, 'key.pem': own.key, 'other.pem': 'no PEM' })
  const [cert, key, other] = ['cert.pem', 'key.pem', 'other.pem'].map(name => `${folder}/${name}`)

  const { app, url } = await start(t, { tls: undefined, cert, key })
  const session = await openSession(t, url, own.authority)
  t.equal(app.certificate?.cert, own.cert)
  t.match(jsonOf(await exchange(session, '/__admin/ca.pem')), { code: 'STANDIN_NO_AUTHORITY' })

  for (const [options, code, message] of [
    [{ cert, key: other }, 'STANDIN_INVALID_CERTIFICATE', /other\.pem/],
    [{ cert: other, key }, 'STANDIN_INVALID_CERTIFICATE', /other\.pem/],
    [{ cert: `${folder}/none.pem`, key }, 'STANDIN_INVALID_CERTIFICATE', /none\.pem.*no such file/],
    [{ cert }, 'STANDIN_INVALID_OPTION', /cert must come with key/],
    [{ key }, 'STANDIN_INVALID_OPTION', /key must come with cert/],
    [{ tlsNames: ['a.example'] }, 'STANDIN_INVALID_OPTION', /tlsNames must come with tls/],
    [{ tls: true, tlsNames: ['a.example:443'] }, 'STANDIN_INVALID_OPTION', /without ports/]
  ] as const) {
    await t.rejects(createStandin(options), { code, message }, JSON.stringify(options))
  }
})

t.test('the names of the certificate are those by which clients reach it', async t => {
  const publicUrl = 'https://mocks.example/standin'
  const { ca, url } = await start(t, { publicUrl, tlsNames: ['standin', '192.0.2.7'] })
  const session = await openSession(t, url, ca)
  const { subjectaltname } = (session.socket as unknown as import('node:tls').TLSSocket).getPeerCertificate()
  for (const name of ['DNS:localhost', 'IP Address:127.0.0.1', 'DNS:mocks.example', 'DNS:standin', '192.0.2.7']) {
    t.match(subjectaltname, name)
  }
})

t.test('URLs that are given out have the scheme', async t => {
  const { ca, url } = await start(t)
  const session = await openSession(t, url, ca)
  await exchange(session, EXPORT, { ...JSON_TYPE, body: BODY })
  await exchange(session, '/__admin/clock/advance', { ...JSON_TYPE, body: '{"to":"idle"}' })
  const { resources: [{ id }] } = jsonOf(await exchange(session, '/__admin/resources/mews.Export'))
  const all = JSON.stringify({ Client: 'Test 1.0', AccessToken: 'a', ClientToken: 'c', ExportIds: [id] })
  const list = await exchange(session, '/api/connector/v1/exports/getAll', { ...JSON_TYPE, body: all })
  const [{ Files: [{ Url }] }] = jsonOf(list).Exports
  t.ok(Url.startsWith(`${url}/`), Url)

  const path = Url.slice(url.length)
  const whole = await exchange(session, path)
  t.match(whole, { status: 200, headers: { 'accept-ranges': 'bytes', 'content-length': String(whole.body.length) } })
  const part = await exchange(session, path, { range: 'bytes=2-5' })
  t.equal(part.status, 206)
  t.same(part.body, whole.body.subarray(2, 6))
  const head = await exchange(session, path, { ':method': 'HEAD' })
  t.match(head, { status: 200, headers: { 'content-length': String(whole.body.length) }, body: Buffer.alloc(0) })
  t.match(await exchange(session, path, { 'if-none-match': String(whole.headers.etag) }), { status: 304 })
})

t.test('pages are allowed by HTTP/2 as by HTTP/1.1', async t => {
  const { ca, url } = await start(t)
  const session = await openSession(t, url, ca)
  const preflight = await exchange(session, EXPORT, {
    ':method': 'OPTIONS',
    origin: 'http://localhost:3000',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type'
  })
  t.match(preflight, {
    status: 204,
    headers: { 'access-control-allow-origin': 'http://localhost:3000', 'access-control-allow-credentials': 'true' }
  })
  const foreign = await exchange(session, '/__admin/clock', { origin: 'https://evil.example' })
  t.match(jsonOf(foreign), { status: 403, code: 'STANDIN_CROSS_ORIGIN' })
  const renamed = await exchange(session, '/__admin/clock', { ':authority': 'evil.example' })
  t.match(jsonOf(renamed), { status: 403, code: 'STANDIN_HOST_NOT_ALLOWED' })
  t.match(await exchange(session, '/__admin/clock', { origin: url }), { status: 200 })
})

t.test('bodies are read without a length, and up to the limit', async t => {
  const { ca, url } = await start(t, { bodyLimit: 50_000 })
  const session = await openSession(t, url, ca)
  const stream = session.request({ ':method': 'POST', ':path': EXPORT, ...JSON_TYPE })
  for (const piece of BODY.match(/.{1,20}/g) ?? []) stream.write(piece)
  stream.end()
  t.match(await responseOf(stream), { status: 200 })

  const tooLarge = session.request({ ':method': 'POST', ':path': EXPORT, ...JSON_TYPE })
  tooLarge.write(Buffer.alloc(200_000, ' '))
  const [headers] = await once(tooLarge, 'response')
  t.match(headers, { ':status': 413 })
  tooLarge.resume()
  await once(tooLarge, 'end')
  t.match(await exchange(session, '/__admin/health'), { status: 200 }, 'the connection goes on')
})

for (const [title, create] of SERVERS) {
  t.test(`${title} refuses a body that does not come, and the connection goes on`, async t => {
    const { ca, url } = await start(t, { requestTimeout: 0.1 }, create)
    const session = await openSession(t, url, ca)
    for (const path of [EXPORT, '/__admin/clock/advance']) {
      const stream = session.request({ ':method': 'POST', ':path': path, ...JSON_TYPE })
      stream.write('{')
      const [headers] = await once(stream, 'response')
      t.match(headers, { ':status': 408 }, path)
    }
    t.match(await exchange(session, EXPORT, { ...JSON_TYPE, body: BODY }), { status: 200 })
    const { requests } = jsonOf(await exchange(session, '/__admin/requests'))
    t.match(requests, [{ response: { status: 408 } }, { response: { status: 200 } }])
  })
}

t.test('a body that does not come over HTTP/1.1 is refused as without TLS', async t => {
  const { ca, url } = await start(t, { requestTimeout: 0.1 })
  const port = Number(new URL(url).port)
  const socket = connectTls({ port, host: 'localhost', ca, ALPNProtocols: ['http/1.1'] })
  t.teardown(() => socket.destroy())
  socket.write(`POST ${EXPORT} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n{`)
  const [head] = await once(socket, 'data')
  t.match(String(head), /^HTTP\/1\.1 408 /)
})

t.test('the journal is streamed, and bodies come in pieces', async t => {
  const { ca, url } = await start(t)
  const session = await openSession(t, url, ca)
  const events = session.request({ ':path': '/__admin/requests/stream' })
  const [headers] = await once(events, 'response')
  t.match(headers, { ':status': 200, 'content-type': 'text/event-stream' })
  events.setEncoding('utf8')
  await exchange(session, EXPORT, { ...JSON_TYPE, body: BODY })
  let text = ''
  for await (const piece of events) {
    text += piece
    if (text.includes('event: exchange')) break
  }
  t.match(text, /"operation":"mews.addExport"/)

  const stub = { operation: 'mews.addExport', reply: { status: 403, body: { Message: 'In pieces' } } }
  const trickled = { ...stub, reply: { ...stub.reply, trickle: { chunks: 3, over: 'PT0.05S' } } }
  t.match(await exchange(session, '/__admin/stubs', { ...JSON_TYPE, body: JSON.stringify(trickled) }), { status: 201 })
  t.same(jsonOf(await exchange(session, EXPORT, { ...JSON_TYPE, body: BODY })), { Message: 'In pieces' })
})

for (const fault of ['reset-before-headers', 'reset-after-headers', 'truncated-body']) {
  t.test(`the fault ${fault} is one of a stream, whose connection goes on`, async t => {
    const { ca, url } = await start(t)
    const session = await openSession(t, url, ca)
    const settings = JSON.stringify({ operations: { 'mews.addExport': { fault } } })
    await exchange(session, '/__admin/settings', { ':method': 'PATCH', ...JSON_TYPE, body: settings })
    const rejected = exchange(session, EXPORT, { ...JSON_TYPE, body: BODY })
    await t.rejects(rejected, { code: 'ERR_HTTP2_STREAM_ERROR' })
    t.match(await exchange(session, '/__admin/health'), { status: 200 })
  })
}

t.test('clients notice a length that is wrong, as HTTP/2 requires', async t => {
  const { ca, url } = await start(t)
  const session = await openSession(t, url, ca)
  const settings = JSON.stringify({ operations: { 'mews.addExport': { fault: 'wrong-content-length' } } })
  await exchange(session, '/__admin/settings', { ':method': 'PATCH', ...JSON_TYPE, body: settings })
  await t.rejects(exchange(session, EXPORT, { ...JSON_TYPE, body: BODY }), { code: 'ERR_HTTP2_ERROR' })
})

t.test('no-answer leaves a stream open, until the server closes', async t => {
  const { app, ca, url } = await start(t)
  const session = await openSession(t, url, ca)
  const settings = JSON.stringify({ operations: { 'mews.addExport': { fault: 'no-answer' } } })
  await exchange(session, '/__admin/settings', { ':method': 'PATCH', ...JSON_TYPE, body: settings })
  const answer = exchange(session, EXPORT, { ...JSON_TYPE, body: BODY })
  answer.catch(() => {})
  for (let count = 0; count === 0;) count = jsonOf(await exchange(session, '/__admin/requests')).requests.length
  await app.close()
  await t.rejects(answer)
})

for (const [title, create] of SERVERS) {
  t.test(`${title} answers what has come when it stops, and does not wait for the rest of a request`, async t => {
    const { app, ca, url } = await start(t, {}, create)
    const [idle, busy, silent] = await Promise.all([1, 2, 3].map(() => openSession(t, url, ca)))
    const settings = JSON.stringify({ operations: { 'mews.addExport': { delay: 'PT1H' } } })
    await exchange(busy, '/__admin/settings', { ':method': 'PATCH', ...JSON_TYPE, body: settings })
    const half = silent.request({ ':method': 'POST', ':path': EXPORT, ...JSON_TYPE })
    half.on('error', () => {})
    half.write('{')
    const answer = exchange(busy, EXPORT, { ...JSON_TYPE, body: BODY })
    for (const session of [busy, silent]) await exchange(session, '/__admin/health')

    await app.close()
    t.match(await answer, { status: 200 })
    for (const session of [idle, busy, silent]) {
      if (!session.destroyed) await once(session, 'close')
    }
  })
}

t.test('garbage is refused over HTTP/2, and sent over HTTP/1.1', async t => {
  const { ca, url } = await start(t)
  const session = await openSession(t, url, ca)
  const settings = JSON.stringify({ operations: { 'mews.addExport': { fault: 'garbage' } } })
  await exchange(session, '/__admin/settings', { ':method': 'PATCH', ...JSON_TYPE, body: settings })
  const refused = await exchange(session, EXPORT, { ...JSON_TYPE, body: BODY })
  t.match(jsonOf(refused), { status: 500, code: 'STANDIN_FAULT_NEEDS_HTTP1' })

  const dispatcher = new Agent({ connect: { ca } })
  t.teardown(() => dispatcher.close())
  const request = { method: 'POST', headers: JSON_TYPE, body: BODY, dispatcher }
  await t.rejects(fetch(url + EXPORT, request), { cause: { name: 'HTTPParserError' } })
})

t.test('callbacks reach receivers with a certificate of their own, where that is allowed', async t => {
  const receiver = await ownCertificate(new CertificateStore(certificateFolder()), ['localhost'], Date.now())
  const seen: string[] = []
  const server = createServer({ cert: receiver.cert, key: receiver.key }, (request, response) => {
    seen.push(`${request.method}`)
    response.end()
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo  // it listens on a port
  const folder = t.testdir({ 'document.json': JSON.stringify(DOCUMENT), 'none.pem': 'none' })

  for (const [options, outcome] of [
    [{}, { state: 'failed', attempts: [{ error: /--callback-ca/ }] }],
    [{ callbackCa: receiver.file }, { state: 'delivered' }],
    [{ callbackInsecure: true }, { state: 'delivered' }]
  ] as const) {
    const app = await createStandin({ openapi: [`${folder}/document.json`], ...options })
    t.teardown(() => app.close())
    const payload = { url: `https://localhost:${port}/`, body: { id: 1 } }
    const fired = await app.inject({ method: 'POST', url: '/__admin/callbacks/document.done', payload })
    t.match(fired.json(), outcome, JSON.stringify(options))
  }
  t.same(seen, ['POST', 'POST'])
  const unusable = createStandin({ callbackCa: `${folder}/none.pem` })
  await t.rejects(unusable, { code: 'STANDIN_INVALID_CERTIFICATE', message: /none\.pem/ })
})

for (const [title, create] of SERVERS) {
  t.test(`${title} tells plain HTTP to use https`, async t => {
    const { ca, url } = await start(t, {}, create)
    const { port } = new URL(url)
    const response = await fetch(`http://localhost:${port}${EXPORT}`, { method: 'POST', body: BODY, headers: JSON_TYPE })
    t.equal(response.status, 400)
    t.equal(response.headers.get('connection'), 'close')
    t.match(await response.json(), { status: 400, code: 'STANDIN_PLAIN_HTTP', detail: /https:/ })

    for (const bytes of ['\0\x01garbage', 'hello\r\n', '\x16\x03\x01\0']) {
      const socket = connect(Number(port), 'localhost')
      t.teardown(() => socket.destroy())
      socket.end(bytes)
      t.equal(String(await buffer(socket)), '', 'what is no HTTP either is told nothing')
    }
    const session = await openSession(t, url, ca)
    t.match(await exchange(session, '/__admin/health'), { status: 200 })
  })
}

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Hooks', version: '1' },
  paths: {},
  webhooks: {
    done: {
      post: {
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        responses: { 200: { description: 'Taken.' } }
      }
    }
  }
}
