import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { createStandin } from '../src/index.ts'
import type { StandinOptions } from '../src/index.ts'
import { addExport, tryToAdd } from './providers/mews-exports.ts'
import { startStandin } from './start-standin.ts'

t.test('it serves the four APIs that ship, in process', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  const health = await app.inject('/__admin/health')

  t.same(app.contracts.map(({ name }) => name), ['et', 'mews', 'vcf', 'webadmit'])
  t.equal(health.statusCode, 200)
  t.match(health.json(), {
    status: 'ok',
    version: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
  })
})

t.test('a contract has its document and a list of operations', async t => {
  const { app } = await startStandin(t)
  const [et] = app.contracts

  t.match(et, {
    name: 'et',
    document: { openapi: /^3\.1/ },
    operations: [
      { id: 'et.exportClaims', method: 'POST', path: '/api/v2/exports/export_claims' },
      { id: 'et.exportResponses' }
    ]
  })
})

t.test('worlds start at the instant that is asked for', async t => {
  const app = await createStandin({ startsAt: '2030-06-15T12:00:00+02:00' })
  t.teardown(() => app.close())

  t.match((await app.inject('/__admin/clock')).json(), { now: /^2030-06-15T10:00:0\d\./, mode: 'running' })
})

t.test('the same seed gives the same ids, another seed and another world give others', async t => {
  const idsOf = async (seed: number, world: string) =>
    (await addExport(await (await startStandin(t, { seed })).world(world))).Id
  const first = await idsOf(1, 'a')

  t.equal(await idsOf(1, 'a'), first)
  t.not(await idsOf(2, 'a'), first)
  t.not(await idsOf(1, 'b'), first)
})

t.test('only the documents that are named are served', async t => {
  const { app, send } = await startStandin(t, { openapi: ['openapi/et.yaml'] })

  t.same(app.contracts.map(({ name }) => name), ['et'])
  t.equal((await send('POST', '/api/v2/exports/export_claims', {})).statusCode, 202)
  t.equal((await send('POST', '/api/connector/v1/exports/add', {})).body, '{"status":404,"error":"Not Found"}')
})

t.test('an admin token is asked for where one is set, and by the APIs never', async t => {
  const app = await createStandin({ adminToken: 'a-token' })
  t.teardown(() => app.close())
  const clock = async (headers: Record<string, string>) =>
    (await app.inject({ url: '/__admin/clock', headers })).statusCode

  t.equal(await clock({}), 401)
  t.equal(await clock({ authorization: 'Bearer another' }), 401)
  t.equal(await clock({ authorization: 'Bearer a-token' }), 200)
  t.equal((await app.inject({ method: 'POST', url: '/api/v2/exports/export_claims', payload: {} })).statusCode, 202)
})

t.test('past the bound of worlds the longest unused goes', async t => {
  const standin = await startStandin(t, { maxWorlds: 2 })
  await standin.world('second')
  await addExport(standin)
  await standin.world('third')

  t.equal((await tryToAdd(standin)).statusCode, 400, 'the default world was used last but one')
  const { worlds } = (await standin.admin('GET', '/worlds')).json()
  t.same(worlds.map(({ name }: { name: string }) => name).sort(), ['default', 'third'])
})

t.test('two servers side by side share nothing', async t => {
  const [one, other] = [await startStandin(t), await startStandin(t)]
  await one.advance('P1D')
  await addExport(one)

  t.equal((await tryToAdd(other)).statusCode, 200)
  t.equal((await other.admin('GET', '/clock')).json().now, '2026-01-01T00:00:00.000Z')
  t.equal((await one.admin('GET', '/requests')).json().requests.length, 1)
})

t.test('it listens on a port and closes cleanly, with a callback and a clock still waiting', async t => {
  const app = await createStandin()
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  const run = await fetch(`${base}/api/v1/user_identities/1/exports/1/export_files`, {
    method: 'POST',
    headers: { 'x-api-key': 'k', 'content-type': 'application/json' },
    body: JSON.stringify({ callback: 'http://127.0.0.1:1/' })
  })
  t.equal(run.status, 201)
  await run.text()

  await app.close()
  await t.rejects(fetch(`${base}/__admin/health`))
})

t.test('an option that makes no sense is refused by name', async t => {
  const cases: ReadonlyArray<readonly [object, string, RegExp]> = [
    [{ sed: 1 }, 'STANDIN_UNKNOWN_OPTION', /sed; did you mean seed\?/],
    [{ seed: -1 }, 'STANDIN_INVALID_OPTION', /seed must be a whole number of 0 or more, but is -1/],
    [{ startsAt: 'today' }, 'STANDIN_INVALID_OPTION', /startsAt .*"today"/],
    [{ openapi: [] }, 'STANDIN_INVALID_OPTION', /openapi/],
    [{ log: 'loud' }, 'STANDIN_INVALID_OPTION', /log must be one of silent, /]
  ]
  for (const [options, code, message] of cases) {
    await t.rejects(
      createStandin(options as StandinOptions),
      { code, message },
      JSON.stringify(options)
    )
  }
})

t.test('a document that cannot be used is an error at the start, with file, line and word', async t => {
  const folder = t.testdir({
    'broken.yaml':
      'openapi: 3.1.0\ninfo: { title: Broken, version: "1" }\npaths:\n  /a:\n    get: { responses: { 200: { description: ok } }\n',
    'misspelt.yaml':
      'openapi: 3.1.0\ninfo: { title: Misspelt, version: "1" }\nx-standin:\n  recources: {}\npaths: {}\n',
    'dangling.yaml':
      'openapi: 3.1.0\ninfo: { title: Dangling, version: "1" }\npaths:\n  /a:\n    get: { responses: { 200: { $ref: "#/components/responses/None" } } }\n',
    empty: {}
  })
  const starting = (...names: string[]) => createStandin({ openapi: names.map(name => join(folder, name)) })

  await t.rejects(starting('broken.yaml'), { code: 'STANDIN_INVALID_DOCUMENT', message: /broken\.yaml:\d+:\d+ / })
  await t.rejects(starting('misspelt.yaml'), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message: /misspelt\.yaml:4:\d+ .*"recources".*resources/
  })
  await t.resolves(starting('dangling.yaml'), 'what can be served in spite of a mistake is served')
  await t.rejects(createStandin({ openapi: join(folder, 'dangling.yaml'), strict: true }), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message: /dangling\.yaml:5:\d+ warning: .*#\/components\/responses\/None/
  })
  await t.rejects(starting('missing.yaml'), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message: /missing\.yaml cannot be read: there is no such file/
  })
  await t.rejects(createStandin({ openapi: join(folder, 'empty') }), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message: /has no OpenAPI document/
  })
  await t.rejects(
    starting('broken.yaml', 'dangling.yaml', 'missing.yaml'),
    { message: /broken[^]*missing/ },
    'all of them are told at once'
  )
})

t.test('a fixture that breaks the contract is an error at the start, with file and member', async t => {
  const fixtures = t.testdir({ et: { 'exportClaims.202.json': '{"status":"acepted","meta":{}}' } })

  await t.rejects(createStandin({ fixtures }), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message: /et\/exportClaims\.202\.json .* \/status must be "accepted", but is "acepted"/
  })
})

t.test('a fixture that belongs nowhere is an error at the start, with the nearest name', async t => {
  const fixtures = t.testdir({
    mews: { 'addExport.200.json': '{', 'addExprt.200.json': '{}', 'addExport.299.json': '{}' }
  })

  await t.rejects(createStandin({ fixtures }), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message: /addExport\.200\.json:1:2 is not JSON/
  })
  await t.rejects(createStandin({ fixtures }), { message: /addExprt\.200\.json .*"addExport"/ })
  await t.rejects(createStandin({ fixtures }), { message: /addExport\.299\.json .*299/ })
})
