import { gzipSync } from 'node:zlib'
import t from 'tap'
import { exchange, journalOf, PETS, startProxy, startService } from './start-proxy.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const BYTES = { 'content-type': 'application/octet-stream' }

t.test('a request and its response pass as they came, and are in the journal', async t => {
  const service = await startService(t, (_request, response) => {
    response.writeHead(200, 'Very Well', { ...JSON_TYPE, 'x-own': ['a', 'b'], etag: '"1"' })
    response.end('[ {"id":1, "name":"Rex"} ]')
  })
  const proxy = await startProxy(t, service.url)
  const answer = await exchange(`${proxy.url}/v2/pets?limit=1&x=%20`, { headers: { 'X-Client': 'c', accept: '*/*' } })
  t.equal(answer.status, 200)
  t.equal(answer.reason, 'Very Well')
  t.equal(answer.body.toString(), '[ {"id":1, "name":"Rex"} ]')
  t.match(answer.headers, { 'x-own': 'a, b', etag: '"1"' })
  t.notOk(answer.headers['x-standin-violation'])
  t.equal(service.received[0]?.url, '/v2/pets?limit=1&x=%20')
  t.match(service.received[0]?.headers, { 'x-client': 'c', accept: '*/*', host: new URL(service.url).host })
  const [entry] = await journalOf(proxy)
  t.match(entry, { operation: 'pets.listPets', source: 'proxy', state: 'answered', fault: null })
  t.strictSame(entry.response.body, [{ id: 1, name: 'Rex' }])
  t.notOk('unchecked' in entry)
})

t.test('violations of both sides are told in a header and in the journal, and nothing is changed', async t => {
  const service = await startService(t, (_request, response) => {
    response.writeHead(201, JSON_TYPE).end('{"id":"one"}')
  })
  const proxy = await startProxy(t, service.url)
  const answer = await exchange(`${proxy.url}/v2/pets`, { method: 'POST', headers: JSON_TYPE, body: '{"nam":1}' })
  t.equal(answer.status, 201)
  t.equal(answer.body.toString(), '{"id":"one"}')
  t.match(String(answer.headers['x-standin-violation']), /^request: body \/name .*; body \//)
  const [{ request, response }] = await journalOf(proxy)
  t.match(request.violations, [{ in: 'body', pointer: '/name', rule: 'required' }])
  t.match(response.violations.map(({ pointer }: { pointer: string }) => pointer).sort(), ['/id', '/name'])
  const coverage = (await proxy.admin('GET', '/coverage')).json()
  t.match(JSON.stringify(coverage.findings), /response 201/)
})

t.test('missing credentials are told of, and wrong ones are left to the service', async t => {
  const service = await startService(t, (_request, response) => response.writeHead(200, JSON_TYPE).end('[]'))
  const security = [{ key: [] }, { token: [] }]
  const securitySchemes = {
    key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    token: { type: 'http', scheme: 'bearer' }
  }
  const document = { ...PETS, security, components: { securitySchemes } }
  const proxy = await startProxy(t, service.url, { document })
  const list = async (headers: Record<string, string>) => await exchange(`${proxy.url}/v2/pets`, { headers })
  const missing = await list({})
  t.equal(missing.status, 200)
  const told = /^request: header \/X-Key is required, but is missing: pets\.listPets needs .*X-Key, or .*Authorization/
  t.match(String(missing.headers['x-standin-violation']), told)
  t.match((await journalOf(proxy)).at(-1).request.violations, [{ in: 'header', pointer: '/X-Key', rule: 'security' }])
  for (const [name, value] of [['x-key', 'any'], ['authorization', 'Bearer any']] as const) {
    t.equal((await list({ [name]: value })).headers['x-standin-violation'], undefined)
  }
  t.match((await journalOf(proxy)).slice(1), [{ request: { violations: [] } }, { request: { violations: [] } }])
  const drift = (await proxy.admin('GET', '/drift')).json()
  t.notMatch(JSON.stringify(drift), /X-Key/)
})

t.test('with --enforce, a request that violates the contract is refused as the operation documents it', async t => {
  const service = await startService(t, (_request, response) => response.writeHead(201, JSON_TYPE).end('{"id":"x"}'))
  const proxy = await startProxy(t, service.url, { enforce: true })
  const refused = await exchange(`${proxy.url}/v2/pets`, { method: 'POST', headers: JSON_TYPE, body: '{}' })
  t.equal(refused.status, 400)
  const unknown = await exchange(`${proxy.url}/v2/nothing`)
  t.equal(unknown.status, 404)
  t.equal(service.received.length, 0)
  const passed = await exchange(`${proxy.url}/v2/pets`, { method: 'POST', headers: JSON_TYPE, body: '{"name":"a"}' })
  t.equal(passed.status, 201)
  t.match(String(passed.headers['x-standin-violation']), /^body \//)
})

t.test('with --response-errors, a response that breaks the contract is replaced', async t => {
  const service = await startService(t, (_request, response) => response.writeHead(200, JSON_TYPE).end('{}'))
  const proxy = await startProxy(t, service.url, { responseErrors: true })
  const answer = await exchange(`${proxy.url}/v2/pets`)
  t.equal(answer.status, 502)
  const problem = { code: 'STANDIN_INVALID_SERVICE_RESPONSE', violations: [{ in: 'body' }] }
  t.match(JSON.parse(answer.body.toString()), problem)
})

t.test('paths, methods and statuses that no contract knows pass too', async t => {
  const service = await startService(t, (request, response) => {
    response.writeHead(418, { 'content-type': 'text/plain' }).end(`${request.method} ${request.url}`)
  })
  const proxy = await startProxy(t, service.url)
  const sent = [
    ['GET', '/v2/owners?x=1'],
    ['DELETE', '/v2/pets'],
    ['OPTIONS', '/v2/pets'],
    ['PURGE', '/v2/pets']
  ]
  for (const [method = '', path = ''] of sent) {
    const answer = await exchange(`${proxy.url}${path}`, { method })
    t.equal(answer.status, 418)
    t.equal(answer.body.toString(), `${method} ${path}`)
  }
  const journal = await journalOf(proxy)
  t.match(journal, sent.map(() => ({ operation: null, source: 'proxy' })))
})

t.test('a path does not lead out of that of the service, and is sent as it came', async t => {
  const service = await startService(t, (request, response) => response.writeHead(418).end(request.url))
  const proxy = await startProxy(t, `${service.url}/api`, { proxyMode: 'always' })
  const refused = [
    '/v2/../admin', '/v2/pets/../../admin', '/../admin', '/v2/files/%2e%2e/%2e%2e/admin', '/v2/..%2fadmin',
    '/v2/files/..%2f..%2fadmin', '/v2/files/..%5c..%5cadmin', '/v2/..\\admin', '/v2//../admin', '/v2/..;/admin?a=b',
    '/~other/v2/../../admin', 'http://pets.example/v2/../admin'
  ]
  for (const path of refused) {
    const { body, status } = await exchange(proxy.url, { path })
    t.equal(status, 400, path)
    t.match(JSON.parse(body.toString()), { code: 'STANDIN_PATH_OUTSIDE_SERVICE' }, path)
  }
  t.equal(service.received.length, 0)
  const passed = [
    ['/v2/files/..', '/api/files/..'],
    ['/v2/files/%2E%2e/x', '/api/files/%2E%2e/x'],
    ['/v2/pets/./../a%2Fb', '/api/pets/./../a%2Fb'],
    ['/v2/files/a?b=/../..', '/api/files/a?b=/../..']
  ]
  for (const [path = '', there = ''] of passed) {
    const { body, status } = await exchange(proxy.url, { path })
    t.same([status, body.toString()], [418, there], path)
  }
  const journal = await journalOf(proxy)
  t.match(journal[0], { request: { url: refused[0] }, response: { status: 400 } })
})

t.test('a preflight is answered here where pages may use the API', async t => {
  const service = await startService(t, (_request, response) => response.end())
  const proxy = await startProxy(t, service.url)
  const headers = { origin: 'http://localhost:3000', 'access-control-request-method': 'POST' }
  const answer = await exchange(`${proxy.url}/v2/pets`, { method: 'OPTIONS', headers })
  t.equal(answer.status, 204)
  t.equal(service.received.length, 0)
})

t.test('HEAD, 204, 304 and ranges pass with the headers that they have', async t => {
  const service = await startService(t, (request, response) => {
    if (request.method === 'HEAD') return response.writeHead(200, { 'content-length': 1_000, ...BYTES }).end()
    if (request.headers['if-none-match'] !== undefined) return response.writeHead(304, { etag: '"1"' }).end()
    if (request.headers.range === 'bytes=1-2') {
      return response.writeHead(206, { 'content-range': 'bytes 1-2/4', ...BYTES }).end('bc')
    }
    response.writeHead(204).end()
  })
  const proxy = await startProxy(t, service.url)
  const head = await exchange(`${proxy.url}/v2/files/a`, { method: 'HEAD' })
  t.match(head.headers, { 'content-length': '1000' })
  t.notOk(head.headers['x-standin-violation'])
  const same = await exchange(`${proxy.url}/v2/files/a`, { headers: { 'if-none-match': '"1"' } })
  t.equal(same.status, 304)
  const part = await exchange(`${proxy.url}/v2/files/a`, { headers: { range: 'bytes=1-2' } })
  t.match(part, { status: 206, headers: { 'content-range': 'bytes 1-2/4' }, body: Buffer.from('bc') })
  t.equal((await exchange(`${proxy.url}/v2/files/a`)).status, 204)
})

t.test('compression stays as it is, in both directions, and the bodies are checked all the same', async t => {
  const bodies: Buffer[] = []
  const packed = gzipSync('[{"id":"x","name":"a"}]')
  const service = await startService(t, (request, response) => {
    request.on('data', chunk => bodies.push(chunk)).on('end', () => {
      response.writeHead(request.method === 'GET' ? 200 : 201, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(packed)
    })
  })
  const proxy = await startProxy(t, service.url)
  const answer = await exchange(`${proxy.url}/v2/pets`, { headers: { 'accept-encoding': 'gzip' } })
  t.ok(answer.body.equals(packed))
  t.equal(answer.headers['content-encoding'], 'gzip')
  t.match(String(answer.headers['x-standin-violation']), /body \/0\/id/)
  const sent = gzipSync('{"nam":"a"}')
  const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' }
  await exchange(`${proxy.url}/v2/pets`, { method: 'POST', headers, body: sent })
  t.ok(Buffer.concat(bodies).equals(sent))
  const journal = await journalOf(proxy)
  t.match(journal[1].request, { body: { nam: 'a' }, violations: [{ pointer: '/name' }] })
})

t.test('trailers and early hints pass', async t => {
  const service = await startService(t, (_request, response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' })
    response.writeHead(200, { ...JSON_TYPE, trailer: 'x-sum' })
    response.addTrailers({ 'x-sum': '7' })
    response.end('[]')
  })
  const proxy = await startProxy(t, service.url)
  const answer = await exchange(`${proxy.url}/v2/pets`, { headers: { te: 'trailers' } })
  t.equal(answer.body.toString(), '[]')
  t.match(answer.trailers, { 'x-sum': '7' })
})

t.test('a request that has been here before is refused', async t => {
  const before = await startService(t, (_request, response) => response.end())
  const proxy = await startProxy(t, before.url)
  const own = await startProxy(t, proxy.url.replace('127.0.0.1', 'localhost'))
  const first = await exchange(`${own.url}/v2/pets`)
  t.equal(first.status, 200, 'two stand-ins in a row are no loop')
  t.equal(before.received.length, 1)
  const via = String(before.received[0]?.headers.via)
  const looped = await exchange(`${proxy.url}/v2/pets`, { headers: { via } })
  t.equal(looped.status, 508)
  t.match(JSON.parse(looped.body.toString()), { code: 'STANDIN_PROXY_LOOP' })
})

t.test('redirects are not followed, and lead here', async t => {
  const service = await startService(t, (_request, response) => {
    response.writeHead(302, { location: `http://${_request.headers.host}/v2/pets?page=2` }).end()
  })
  const proxy = await startProxy(t, service.url)
  const answer = await exchange(`${proxy.url}/v2/moved`)
  t.match(answer, { status: 302, headers: { location: `${proxy.url}/v2/pets?page=2` } })
  t.equal(service.received.length, 1)
})
