import type { RequestListener } from 'node:http'
import t from 'tap'
import { exchange, journalOf, startProxy, startService } from '../proxying/start-proxy.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const respond: RequestListener = (_request, response) => response.writeHead(200, JSON_TYPE).end('[{"name":"s"}]')

t.test('a mode says which requests are passed on, and what answers the others', async t => {
  const service = await startService(t, respond)
  const proxy = await startProxy(t, service.url)
  const jobs = { method: 'POST', url: '/v2/jobs' }
  const pets = { method: 'GET', url: '/v2/pets' }
  const stub = { operation: 'pets.listPets', reply: { body: [{ name: 'stub' }] } }
  const sourceOf = async ({ method, url }: { method: string, url: string }): Promise<string> => {
    await proxy.admin('DELETE', '/requests')
    await exchange(`${proxy.url}${url}`, { method })
    return (await journalOf(proxy))[0].source
  }
  const cases = {
    usual: ['proxy', 'proxy', 'stub'],
    always: ['proxy', 'proxy', 'proxy'],
    unstubbed: ['proxy', 'proxy', 'stub'],
    unmatched: ['simulation', 'proxy', 'stub'],
    never: ['simulation', 'generated', 'stub']
  }
  for (const [mode, expected] of Object.entries(cases)) {
    await proxy.settings({ proxy: mode === 'usual' ? null : mode })
    const sources = [await sourceOf(jobs), await sourceOf(pets)]
    await proxy.admin('POST', '/stubs', stub)
    sources.push(await sourceOf(pets))
    await proxy.admin('DELETE', '/stubs')
    t.strictSame(sources, expected, mode)
  }
})

t.test('what is set for an operation goes before what is set for its API and the world', async t => {
  const service = await startService(t, (_request, response) => response.writeHead(200, JSON_TYPE).end('[]'))
  const proxy = await startProxy(t, service.url, { proxyMode: 'never' })
  const passes = async (path: string): Promise<boolean> => {
    const before = service.received.length
    await exchange(`${proxy.url}${path}`)
    return service.received.length > before
  }
  t.strictSame([await passes('/v2/pets'), await passes('/v2/moved'), await passes('/v2/other')], [false, false, false])
  await proxy.settings({ operations: { 'pets.listPets': { proxy: 'always' } } })
  t.strictSame([await passes('/v2/pets'), await passes('/v2/moved'), await passes('/v2/other')], [true, false, false])
  await proxy.settings({ operations: { 'pets.listPets': { proxy: 'never' }, 'pets.*': { proxy: 'always' } } })
  t.strictSame([await passes('/v2/pets'), await passes('/v2/moved'), await passes('/v2/other')], [false, true, true])
  const { statusCode, body } = await proxy.admin('PATCH', '/settings', { proxy: 'sometimes' })
  t.equal(statusCode, 400, body)
})

t.test('worlds do not share what is set', async t => {
  const service = await startService(t, (_request, response) => response.writeHead(200, JSON_TYPE).end('[]'))
  const proxy = await startProxy(t, service.url)
  await proxy.settings({ proxy: 'never' })
  await exchange(`${proxy.url}/v2/pets`)
  t.equal(service.received.length, 0)
  await exchange(`${proxy.url}/~other/v2/pets`)
  t.equal(service.received[0]?.url, '/v2/pets')
})

t.test('a preference chooses a response of the stand-in, and is not passed on', async t => {
  const service = await startService(t, (_request, response) => response.writeHead(200, JSON_TYPE).end('[]'))
  const proxy = await startProxy(t, service.url)
  const chosen = await exchange(`${proxy.url}/v2/pets`, { headers: { prefer: 'code=200' } })
  t.equal(chosen.headers['preference-applied'], 'code=200')
  t.equal(service.received.length, 0)
  await proxy.settings({ proxy: 'always' })
  await exchange(`${proxy.url}/v2/pets`, { headers: { prefer: 'code=200, respond-async; x=1' } })
  t.equal(service.received[0]?.headers.prefer, 'respond-async; x=1')
})

t.test('delays, faults and limits that are set work above the service', async t => {
  const service = await startService(t, respond)
  const document = {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    'x-standin': { limits: { requests: { max: 1, per: 'PT1M', by: ['$request.header.host'] } } },
    paths: { '/pets': { get: { operationId: 'listPets', responses: { 200: { description: 'All.' } } } } }
  }
  const proxy = await startProxy(t, service.url, { document })
  t.equal((await exchange(`${proxy.url}/pets`)).status, 200)
  t.equal((await exchange(`${proxy.url}/pets`)).status, 200, 'what only the document declares is left to the service')
  await proxy.settings({ limits: { 'pets.requests': { max: 1 } } })
  t.equal((await exchange(`${proxy.url}/pets`)).status, 200)
  const limited = await exchange(`${proxy.url}/pets`)
  t.equal(limited.status, 429)
  t.equal(service.received.length, 3)

  await proxy.settings({ limits: null, operations: { 'pets.listPets': { fault: 'truncated-body' } } })
  const cut = await exchange(`${proxy.url}/pets`)
  t.match(cut, { status: 200, isWhole: false })
  t.ok(cut.body.length > 0 && cut.body.length < 14)
  await proxy.settings({ operations: { 'pets.listPets': { fault: 'reset-before-headers' } } })
  await t.rejects(exchange(`${proxy.url}/pets`), { code: 'ECONNRESET' })
  const journal = await journalOf(proxy)
  t.match(journal.slice(-2), [{ source: 'proxy', fault: 'truncated-body' }, { fault: 'reset-before-headers' }])

  await proxy.settings({ operations: { 'pets.listPets': { fault: null, delay: 1 } } })
  t.match(await exchange(`${proxy.url}/pets`), { status: 200, isWhole: true, body: Buffer.from('[{"name":"s"}]') })
})

t.test('a stub without a reply changes only how the response of the service is sent', async t => {
  const service = await startService(t, respond)
  const proxy = await startProxy(t, service.url)
  const stub = { operation: 'pets.startJob', simulate: { lifecycle: 'usual' }, delay: 'PT1S' }
  t.equal((await proxy.admin('POST', '/stubs', stub)).statusCode, 201)
  const answer = exchange(`${proxy.url}/v2/jobs`, { method: 'POST' })
  while (service.received.length === 0) await new Promise(resolve => setImmediate(resolve))
  const state = async (): Promise<string> => (await journalOf(proxy))[0].state
  t.equal(await state(), 'pending')
  while (await state() === 'pending') await proxy.advance('PT1S')
  t.match(await answer, { status: 200, body: Buffer.from('[{"name":"s"}]') })
  const [entry] = await journalOf(proxy)
  t.match(entry, { source: 'proxy', stub: '1' })
})

t.test('a body larger than is read for validation is refused only where the stand-in may answer itself', async t => {
  let size = 0
  const service = await startService(t, (request, response) => {
    size = 0
    request.on('data', chunk => { size += chunk.length })
    request.on('end', () => response.writeHead(201, JSON_TYPE).end('{"name":"a"}'))
  })
  const proxy = await startProxy(t, service.url, { bodyLimit: 100 })
  const body = JSON.stringify({ name: 'a'.repeat(1_000) })
  const chunked = { ...JSON_TYPE, 'transfer-encoding': 'chunked' }
  for (const headers of [JSON_TYPE, chunked]) {
    const passed = await exchange(`${proxy.url}/v2/pets`, { method: 'POST', headers, body })
    t.equal(passed.status, 201)
    t.equal(size, body.length)
  }
  const journal = await journalOf(proxy)
  t.strictSame(journal[0].unchecked, ['request'])
  await proxy.settings({ proxy: 'unmatched' })
  const refused = await exchange(`${proxy.url}/v2/jobs`, { method: 'POST', headers: JSON_TYPE, body })
  t.equal(refused.status, 413)
})
