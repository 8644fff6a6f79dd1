import t from 'tap'
import { startStandin } from '../start-standin.ts'
import { CREDENTIALS, GET_ALL, tryToAdd } from '../providers/mews-exports.ts'
import { answering, journalOf, startWith } from './start-with.ts'

const TEXT = {
  type: 'object',
  required: ['from'],
  additionalProperties: false,
  properties: { from: { type: 'string' } }
}
const EXAMPLE = { from: 'example' }
const PATHS = {
  '/simulated': {
    get: {
      operationId: 'simulated',
      responses: answering(TEXT, EXAMPLE),
      'x-standin': { reply: { status: 200, body: { from: 'simulation' } } }
    }
  },
  '/canned': { get: { operationId: 'canned', responses: answering(TEXT, EXAMPLE) } },
  '/shown': { get: { operationId: 'shown', responses: answering(TEXT, EXAMPLE) } },
  '/described': { get: { operationId: 'described', responses: answering(TEXT) } },
  '/listed': { get: { operationId: 'listed', responses: answering({ type: 'array', minItems: 3, items: TEXT }) } },
  '/silent': { get: { operationId: 'silent', responses: { 204: { description: 'Done.' } } } }
}
const BODIES = { 'simulated.200.json': { from: 'fixture' }, 'canned.200.json': { from: 'fixture' } }

t.test('the first source that has an answer wins: stub, simulation, fixture, example, generated', async t => {
  const standin = await startWith(t, PATHS, { bodies: BODIES })
  await standin.admin('POST', '/stubs', {
    operation: 'things.simulated',
    reply: { status: 200, body: { from: 'stub' } },
    times: 1
  })
  const came = []
  for (const path of ['/simulated', '/simulated', '/canned', '/shown']) {
    came.push((await standin.send('GET', path)).json().from)
  }
  const described = await standin.send('GET', '/described')
  const silent = await standin.send('GET', '/silent')

  t.same(came, ['stub', 'simulation', 'fixture', 'example'])
  t.type(described.json().from, 'string')
  t.same([silent.statusCode, silent.body], [204, ''])
  t.same(
    (await journalOf(standin)).map(({ source }: { source: string }) => source),
    ['stub', 'simulation', 'fixture', 'example', 'generated', 'generated']
  )
})

t.test('what is generated is the same at every run with the same seed, and differs by request', async t => {
  const run = async (seed: number) => {
    const { send } = await startWith(t, PATHS, { seed })
    return [(await send('GET', '/described')).body, (await send('GET', '/described?page=2')).body]
  }
  const [first, again, other] = [await run(1), await run(1), await run(2)]

  t.same(first, again)
  t.notSame(first, other)
  t.not(first[0], first[1])
})

t.test('ten requests for a generated list get one body, and the world counts it', async t => {
  const { admin, send } = await startWith(t, PATHS)
  const ask = async (url: string) => (await send('GET', url)).body
  const bodies = await Promise.all(Array.from({ length: 10 }, () => ask('/listed?page=1&size=3')))
  t.equal(new Set(bodies).size, 1)
  t.equal(await ask('/listed?size=3&page=1'), bodies[0], 'whatever the order of its parameters')
  t.not(await ask('/listed?size=3&page=2'), bodies[0])
  t.not(await ask('/~other/listed?page=1&size=3'), bodies[0], 'another world has another seed')

  await admin('DELETE', '/requests')
  const { worlds } = (await admin('GET', '/worlds')).json()
  t.ok(worlds.find(({ name }: { name: string }) => name === 'default').bytes > bodies.join('').length / 10)

  await admin('DELETE', '/worlds/default')
  t.equal(await ask('/listed?page=1&size=3'), bodies[0], 'a world that begins again gives the same')
})

t.test('what is asked to be drawn anew differs each time', async t => {
  const { admin, send } = await startWith(t, PATHS)
  const listOf = async (headers: Record<string, string> = {}) => {
    const responses = Array.from({ length: 10 }, () => send('GET', '/listed', undefined, headers))
    return new Set((await Promise.all(responses)).map(({ body }) => body))
  }
  t.ok((await listOf({ prefer: 'dynamic=true' })).size > 5)
  await admin('POST', '/stubs', { operation: 'things.listed', reply: { generated: true } })
  t.ok((await listOf()).size > 5)
})

t.test('Prefer chooses the status, the example, or a generated body, and the answer says so', async t => {
  const { send } = await startStandin(t)
  const body = { ...CREDENTIALS, ExportIds: ['3fa85f64-5717-4562-b3fd-2c963f66afa6'] }
  const preferring = (prefer: string) => send('POST', GET_ALL, body, { prefer })

  const code = await preferring('code=403')
  t.equal(code.statusCode, 403)
  t.equal(code.headers['preference-applied'], 'code=403')
  t.match(code.json(), { Message: String })

  const example = await preferring('example=failed')
  t.equal(example.headers['preference-applied'], 'example=failed')
  t.match(example.json(), { Exports: [{ Status: 'Failed' }] })

  const both = await preferring('code=200, example=fourExports')
  t.equal(both.headers['preference-applied'], 'code=200, example=fourExports')
  t.equal(both.json().Exports.length, 4)

  const dynamic = await preferring('dynamic=true')
  t.equal(dynamic.headers['preference-applied'], 'dynamic=true')
  t.ok(Array.isArray(dynamic.json().Exports))

  const other = await preferring('respond-async, wait=10')
  t.equal(other.headers['preference-applied'], undefined)
  t.same(other.json(), { Exports: [] })
})

t.test('a preference for what is not documented is refused with what there is', async t => {
  const { send } = await startStandin(t)
  const body = { ...CREDENTIALS, ExportIds: ['3fa85f64-5717-4562-b3fd-2c963f66afa6'] }
  for (const [prefer, detail] of [
    ['code=418', /418.*200/],
    ['code=abc', /abc/],
    ['example=faild', /faild.*failed/],
    ['code=200, example=invalid', /invalid/]
  ] as const) {
    const answer = await send('POST', GET_ALL, body, { prefer })
    t.equal(answer.statusCode, 404, prefer)
    t.match(answer.json(), { code: 'STANDIN_UNKNOWN_PREFERENCE', detail })
  }
})

t.test('a preference goes before the simulation, and changes nothing in the world', async t => {
  const standin = await startStandin(t)
  const preferring = await standin.send(
    'POST',
    '/api/connector/v1/exports/add',
    { ...CREDENTIALS, EntityType: 'Payment' },
    { prefer: 'code=200' }
  )

  t.equal(preferring.statusCode, 200)
  t.equal((await tryToAdd(standin, 'Payment')).statusCode, 200, 'no export was begun')
})

t.test('a request is refused in order: by the rate limit, for its credentials, for its contract', async t => {
  const standin = await startStandin(t)
  const list = (path: string, headers?: Record<string, string>) =>
    standin.send('GET', `/api/v1/user_identities/${path}/export_files`, undefined, headers)
  await standin.settings({
    limits: { 'webadmit.requests': { max: 2 } },
    credentials: { 'webadmit.apiKey': ['good', 'better'] }
  })

  t.equal((await list('abc', { 'x-api-key': 'bad' })).statusCode, 401)
  t.equal((await list('abc', { 'x-api-key': 'good' })).statusCode, 400)
  t.equal((await list('1', { 'x-api-key': 'good' })).statusCode, 200)
  t.equal((await list('abc', { 'x-api-key': 'good' })).statusCode, 429)
  t.equal((await list('abc')).statusCode, 401)
})

t.test('a stub has the headers of every answer of the API, and may change them', async t => {
  const standin = await startStandin(t)
  const path = '/api/v1/user_identities/1/export_files'
  const script = (reply: object) =>
    standin.admin('POST', '/stubs', { operation: 'webadmit.listExportFiles', reply, times: 1 })
  await script({ status: 404, headers: { 'X-RateLimit-Remaining': '7' }, body: { message: 'Not Found' } })
  await script({ status: 429 })
  const documented = await standin.send('GET', path, undefined, { 'x-api-key': 'k' })
  const changed = await standin.send('GET', path, undefined, { 'x-api-key': 'k' })

  t.equal(documented.statusCode, 429)
  t.match(documented.headers, { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '4999', 'retry-after': /^\d+$/ })
  t.match(changed.headers, { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '7' })
})

const IDENTITIES = '/api/v1/user_identities'

t.test('an outage hits every request: invalid ones, those without credentials and those over a limit', async t => {
  const standin = await startStandin(t)
  await standin.settings({ limits: { 'webadmit.requests': { max: 0 } } })
  // The helper fails for answers that break their contract: operations do not document 503.
  const send = async (url: string, payload?: string, key?: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', ...key !== undefined && { 'x-api-key': key } }
    const method = payload === undefined ? 'GET' : 'POST'
    return (await standin.app.inject({ method, url, payload, headers })).statusCode
  }
  const answers = async (): Promise<number[]> => [
    await send(`${IDENTITIES}/abc/export_files`),
    await send(`${IDENTITIES}/1/export_files`, undefined, 'k'),
    await send(GET_ALL, '{"not JSON'),
    await send(GET_ALL, '{"EntityType":5}')
  ]
  const refused = [401, 429, 400, 400]
  t.same(await answers(), refused)
  for (const [stub, expected] of [
    [{ operation: '*', reply: { status: 503 } }, [503, 503, 503, 503]],
    [{ operation: 'webadmit.*', sequence: [{ status: 500 }, { status: 502 }] }, [500, 502, 400, 400]],
    [{ operation: 'mews.*', reply: { status: 429 } }, [401, 429, 429, 429]],
    [{ operation: 'mews.*', before: 'validation' }, [401, 429, 200, 200]],
    [{ operation: 'mews.getAllExports', before: 'validation', reply: { status: 401 } }, [401, 429, 401, 401]],
    [{ operation: '*', reply: { status: 503 }, before: 'simulation' }, refused],
    [{ operation: '*', sequence: [{ status: 503 }, {}] }, refused],
    [{ operation: '*', reply: { generated: true } }, refused],
    [{ operation: 'mews.getAllExports', reply: { status: 401 } }, refused],
    [{ operation: '*', reply: { status: 503 }, when: { body: { EntityType: 5 } } }, [401, 429, 400, 503]]
  ] as const) {
    const added = await standin.admin('POST', '/stubs', { ...stub, contract: 'off' })
    t.equal(added.statusCode, 201)
    t.same(await answers(), expected, JSON.stringify(stub))
    await standin.admin('DELETE', '/stubs')
  }
})

t.test('the journal tells that an outage answered a request that breaks the contract', async t => {
  const standin = await startStandin(t)
  await standin.admin('POST', '/stubs', { operation: '*', fault: 'no-answer', reply: { status: 503 }, times: 1 })
  t.equal((await standin.send('POST', GET_ALL, { EntityType: 5 })).json().code, 'STANDIN_FAULT_NEEDS_CONNECTION')
  const [{ request, source, stub }] = await journalOf(standin)
  const { stubs: [{ id, used }] } = (await standin.admin('GET', '/stubs')).json()
  t.match({ source, stub, used }, { source: 'stub', stub: id, used: 1 })
  t.ok(request.violations.length > 0)
  t.equal((await standin.send('POST', GET_ALL, { EntityType: 5 })).statusCode, 400, 'it is used up')
})

t.test('a stage that no stub can go before is refused', async t => {
  const { admin } = await startStandin(t)
  const answer = await admin('POST', '/stubs', { operation: '*', before: 'validaton' })
  t.equal(answer.statusCode, 400)
  t.match(answer.json(), { code: 'STANDIN_INVALID_REQUEST', violations: [{ pointer: '/before' }] })
})
