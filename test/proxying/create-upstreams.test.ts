import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createSecureServer } from 'node:http2'
import { createServer } from 'node:https'
import type { RequestListener, Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { createStandin } from '../../src/server.ts'
import { makeAuthority, makeServerCertificate } from '../../src/tls/make-server-certificate.ts'
import { exchange, journalOf, PETS, serve, startProxy, startService } from './start-proxy.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const BYTES = { 'content-type': 'application/octet-stream' }
const respond: RequestListener = (_request, response) => response.writeHead(200, JSON_TYPE).end('[]')

/** Makes an authority, and a certificate of it for the services of a test. */
async function makeCertificate (t: Test) {
  const authority = await makeAuthority(Date.now())
  const folder = await mkdtemp(join(tmpdir(), 'standin-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const file = join(folder, 'ca.pem')
  await writeFile(file, authority.cert)
  return { file, ...await makeServerCertificate(authority, ['127.0.0.1', 'localhost'], Date.now()) }
}

t.test('a service over HTTPS is trusted by its authority, or by none', async t => {
  const { cert, file, key } = await makeCertificate(t)
  const service = await serve(t, createServer({ cert, key }), respond, 'https')
  const trusting = await startProxy(t, service.url, { proxyCa: file })
  t.equal((await exchange(`${trusting.url}/v2/pets`)).status, 200)
  const careless = await startProxy(t, service.url, { proxyInsecure: true })
  t.equal((await exchange(`${careless.url}/v2/pets`)).status, 200)
  const strict = await startProxy(t, service.url)
  const refused = await exchange(`${strict.url}/v2/pets`)
  const problem = { status: 502, code: 'STANDIN_SERVICE_UNREACHABLE', detail: /--proxy-ca/ }
  t.match(JSON.parse(refused.body.toString()), problem)
})

t.test('a service that speaks HTTP/2 alone is reached', async t => {
  const { cert, file, key } = await makeCertificate(t)
  const large = Buffer.alloc(2 ** 22, 'large')
  const secure = createSecureServer({ cert, key })
  // A cast: the requests of Node's HTTP/2 can be read like those of HTTP/1.1.
  const service = await serve(t, secure as unknown as Server, (request, response) => {
    if (request.method === 'GET') return response.writeHead(200, BYTES).end(large)
    let size = 0
    request.on('data', chunk => { size += chunk.length })
    request.on('end', () => response.writeHead(200, JSON_TYPE).end(String(size)))
  }, 'https')
  const proxy = await startProxy(t, service.url, { proxyCa: file })
  const read = await exchange(`${proxy.url}/v2/files/a`)
  t.equal(read.status, 200)
  t.ok(read.body.equals(large))
  const written = await exchange(`${proxy.url}/v2/files/a`, { method: 'PUT', headers: BYTES, body: large })
  t.match(written, { status: 200, body: Buffer.from(String(large.length)) })
  const small = await exchange(`${proxy.url}/v2/files/a`, { method: 'PUT', headers: BYTES, body: 'abc' })
  t.match(small, { status: 200, body: Buffer.from('3') })
  t.equal(service.received[0]?.httpVersionMajor, 2)
  t.equal(service.received[0]?.headers.host ?? service.received[0]?.headers[':authority'], new URL(service.url).host)
})

t.test('a client of HTTP/2 reaches a service of HTTP/1.1', async t => {
  const { cert, key } = await makeCertificate(t)
  const folder = t.testdir({ 'cert.pem': cert, 'key.pem': key, 'pets.json': JSON.stringify(PETS) })
  const large = Buffer.alloc(2 ** 21, 'large')
  const service = await startService(t, (request, response) => {
    if (request.method === 'GET') return response.writeHead(200, 'Fine', { ...BYTES, 'keep-alive': 'x=1' }).end(large)
    let size = 0
    request.on('data', chunk => { size += chunk.length })
    request.on('end', () => response.writeHead(200, JSON_TYPE).end(String(size)))
  })
  const app = await createStandin({
    openapi: [join(folder, 'pets.json')],
    proxy: service.url,
    cert: join(folder, 'cert.pem'),
    key: join(folder, 'key.pem')
  })
  t.teardown(() => app.close())
  const session = connect(await app.listen({ port: 0, host: '127.0.0.1' }), { rejectUnauthorized: false })
  t.teardown(() => session.destroy())
  const read = session.request({ ':path': '/v2/files/a', cookie: ['a=1', 'standin-world=w', 'b=2'] })
  const [headers] = await once(read, 'response')
  t.equal(headers[':status'], 200)
  let size = 0
  for await (const chunk of read) size += chunk.length
  t.equal(size, large.length)
  t.equal(service.received[0]?.headers.cookie, 'a=1; b=2')
  const written = session.request({ ':path': '/v2/files/a', ':method': 'PUT', ...BYTES })
  written.end(large)
  let text = ''
  for await (const chunk of written) text += chunk
  t.equal(text, String(large.length))
})

t.test('requests go to the services that are named, and to no other host', async t => {
  const service = await startService(t, respond)
  const other = await startService(t, respond)
  const proxy = await startProxy(t, service.url)
  const headers = { host: new URL(other.url).host, 'x-forwarded-host': new URL(other.url).host }
  t.equal((await exchange(`${proxy.url}/v2/pets`, { headers })).status, 200)
  t.equal(other.received.length, 0)
  t.equal(service.received.length, 1)
})

t.test('an API without a service is answered here', async t => {
  const service = await startService(t, respond)
  const folder = t.testdir({
    'pets.json': JSON.stringify(PETS),
    'toys.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Toys', version: '1' },
      paths: { '/toys': { get: { responses: { 204: { description: 'None.' } } } } }
    })
  })
  const app = await createStandin({ openapi: folder, proxy: { pets: service.url } })
  t.teardown(() => app.close())
  t.equal((await app.inject('/toys')).statusCode, 204)
  t.equal((await app.inject('/v2/pets')).statusCode, 200)
  t.equal((await app.inject('/toys/unknown')).statusCode, 404)
  t.equal(service.received.length, 1)
})

t.test('options that cannot be used are rejected', async t => {
  const url = 'http://127.0.0.1:9'
  const cases: object[] = [
    { proxy: 'staging.example' },
    { proxy: 'ftp://staging.example' },
    { proxy: 'http://user:secret@staging.example' },
    { proxy: 'http://staging.example/?a=b' },
    { proxy: { unknown: url } },
    { proxy: { '*': 'x' } },
    { proxy: 'http://169.254.169.254' },
    { proxy: url, proxyMode: 'sometimes' },
    { proxy: url, proxyTimeout: -1 },
    { enforce: true },
    { proxyMode: 'always' },
    { proxyInsecure: true }
  ]
  for (const options of cases) {
    await t.rejects(createStandin(options), { code: 'STANDIN_INVALID_OPTION' }, JSON.stringify(options))
  }
  await t.rejects(createStandin({ proxy: url, proxyCa: 'missing.pem' }), { code: 'STANDIN_INVALID_CERTIFICATE' })
})

t.test('a server closes while a response of a service goes on', async t => {
  const service = await startService(t, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
  })
  const proxy = await startProxy(t, service.url)
  const answer = exchange(`${proxy.url}/v2/files/a`)
  while ((await journalOf(proxy)).length === 0) await new Promise(resolve => setImmediate(resolve))
  await proxy.app.close()
  t.equal((await answer).isWhole, false)
})
