import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { createReloadable } from '../../src/reload/reloadable.ts'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'

const BANK = `
openapi: 3.1.0
info: { title: Bank, version: '1' }
x-standin:
  resources:
    Account:
      id: { member: id, format: integer }
      status: { member: status, running: [open] }
      lifecycles: { usual: [{ open: P1D }, closed], frozen: [frozen] }
webhooks:
  account:
    post:
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { 2XX: { description: Taken. } }
      x-standin:
        of: Account
        on: [created, changed, deleted]
        body: { is: $resource }
        url: 'http://127.0.0.1:9'
        retries: []
paths:
  /accounts:
    post:
      operationId: openAccount
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { sum: { type: integer } } }
      responses: &responses
        2XX: { description: Fine., content: { application/json: { schema: { type: object } } } }
        409: { description: No., content: { application/json: { schema: { type: object, required: [why] } } } }
    get:
      operationId: listAccounts
      responses: *responses
      x-standin: { find: { type: Account, many: true }, reply: { status: 200, body: { all: $resources } } }
  /transfers:
    post:
      operationId: transfer
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties: { from: { type: integer }, to: { type: integer }, sum: { type: integer } }
      responses: *responses
  /accounts/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get:
      operationId: read-account
      responses: *responses
    delete:
      operationId: closeAccount
      responses: *responses
`

const MODULE = `
import type { ModuleRequest, OperationHandler } from 'standin'

export const openAccount: OperationHandler = ({ body }, world) => {
  const account = world.create('Account', body as { sum: number }, { hidden: { at: world.now() } })
  const headers = { Location: '/accounts/' + account.id, 'X-Count': world.list('Account').length }
  return { status: 201, headers, body: account.shown }
}

interface Transfer { from: number, to: number, sum: number }

export async function transfer ({ body }: ModuleRequest<Transfer>, world: Parameters<OperationHandler>[1]) {
  const take = (id: number, sum: number) => {
    const account = world.get('Account', id)
    world.patch('Account', id, { sum: Number(account?.members.sum) - sum })
  }
  take(body.from, body.sum)
  await Promise.resolve()
  if (world.get('Account', body.to) === undefined) throw new Error('there is no account ' + body.to)
  take(body.to, -body.sum)
  return { body: { done: true } }
}

export function closeAccount ({ path }, world) {
  if (path.id === 1) return { status: 409, body: {} }
  if (path.id === 2) return { statusCode: 200 }
  if (path.id === 3) return
  if (path.id === 4) return Promise.resolve()
  if (path.id === 5) return { status: 99 }
  if (path.id === 6) { world.delete('Account', 6); world.create('Account', {}); throw new TypeError('not this one') }
  if (path.id === 7) {
    const [gone, again] = [world.delete('Account', 7), world.delete('Account', 7)]
    return { status: 200, body: { gone, again, left: world.get('Account', 7) } }
  }
  if (path.id === 8) return { body: world.setStatus('Account', 8, 'frozen').shown }
  if (path.id === 9) world.create('Acount')
  if (path.id === 10) world.setStatus('Account', 7, 'melted')
  if (path.id === 11) {
    const missing = [world.update('Account', 99, {}), world.delete('Account', 99)]
    return { status: 200, body: { first: world.uuid(), second: world.random(), name: world.name, missing } }
  }
  if (path.id === 12) world.create('Account', {}, { id: 8 })
  if (path.id === 13) return { body: world.update('Account', 8, { id: 3, status: 'open', sum: 4 }).shown }
  if (path.id === 14) return { body: world.create('Account', {}, { id: '77', status: 'closed' }).shown }
  return 'closed'
}

export default {
  'read-account': ({ path }, world) => {
    const is = world.get('Account', path.id)?.shown ?? null
    return { body: { is, of: world.list('Account', { sum: 5 }).map(({ id }) => id) } }
  }
}
`

async function startBank (
  t: Test,
  module: Readonly<Record<string, string>> = { 'bank.standin.ts': MODULE }
): Promise<Standin> {
  const folder = t.testdir(module)
  const file = join(folder, 'bank.yaml')
  writeFileSync(file, BANK)
  return startStandin(t, { openapi: [file] })
}

t.test('a handler gives headers as HTTP can carry them, each value of a list as a header of its own', async t => {
  const bank = await startBank(t, {
    'bank.standin.ts': `
export function listAccounts () {
  const headers = {
    'Set-Cookie': ['a=1', 'b=2'],
    'X-Numbers': [1, 2],
    'X-None': undefined,
    'X-Object': { a: 1 },
    'X-Unsendable': 'a\\r\\nb',
    'X Bad': 1,
    'Transfer-Encoding': 'chunked',
    'Content-Type': ['application/json', 'text/plain']
  }
  return { headers, body: {} }
}
`
  })
  const { headers, statusCode } = await bank.app.inject('/accounts')
  t.equal(statusCode, 200)
  t.match(headers, {
    'set-cookie': ['a=1', 'b=2'],
    'x-numbers': ['1', '2'],
    'x-object': '{"a":1}',
    'x-unsendable': 'a%0D%0Ab',
    'x-standin-violation': /x-unsendable/,
    'content-type': /^application\/json/
  })
  for (const name of ['x-none', 'x bad', 'transfer-encoding']) t.notOk(name in headers, name)
  const [{ response }] = (await bank.admin('GET', '/requests')).json().requests
  t.same(response.violations.map(({ message }: { message: string }) => message), [
    'header /x-unsendable must be text that HTTP can carry, but is "a\\r\\nb"',
    'header /x bad must have a name that HTTP can carry, but is "x bad"',
    'header /transfer-encoding must be left to the server, but is "chunked"'
  ])
})

t.test('a handler answers its operation, and acts in the world of the request', async t => {
  const bank = await startBank(t)
  const opened = await bank.send('POST', '/accounts', { sum: 5 })
  t.match(opened, { statusCode: 201, headers: { location: '/accounts/1', 'x-count': '1' } })
  t.same(opened.json(), { id: 1, status: 'open', sum: 5 })
  t.same((await bank.send('GET', '/accounts')).json(), { all: [{ id: 1, status: 'open', sum: 5 }] })
  t.same(
    (await bank.send('GET', '/accounts/1')).json(),
    { is: { id: 1, status: 'open', sum: 5 }, of: ['1'] },
    'one without a name of its own stands in the default export'
  )
  const other = await bank.world('other')
  t.same((await other.send('GET', '/accounts/1')).json(), { is: null, of: [] })
  t.match((await bank.admin('GET', '/requests')).json(), { requests: [{ source: 'module' }] })
  t.match((await bank.admin('GET', '/resources/bank.Account/1')).json(), { hidden: { at: 1_767_225_600_000 } })
})

t.test('a handler may take its time', async t => {
  const bank = await startBank(t)
  for (const sum of [5, 1]) await bank.send('POST', '/accounts', { sum })
  t.same((await bank.send('POST', '/transfers', { from: 1, to: 2, sum: 3 })).json(), { done: true })
  t.match((await bank.send('GET', '/accounts')).json(), { all: [{ sum: 2 }, { sum: 4 }] })
})

t.test('what a handler has done is undone where it fails, and the failure is told', async t => {
  const bank = await startBank(t)
  for (const sum of [5, 1, 1, 1, 1, 6, 7]) await bank.send('POST', '/accounts', { sum })
  const before = (await bank.send('GET', '/accounts')).json()
  const failed = await bank.send('POST', '/transfers', { from: 1, to: 9, sum: 3 })
  t.match(failed.json(), {
    status: 500,
    code: 'STANDIN_MODULE_FAILED',
    detail: 'The handler of bank.transfer failed: there is no account 9'
  })
  t.match((await bank.send('DELETE', '/accounts/6')).json(), { status: 500, detail: /not this one/ })
  t.same((await bank.send('GET', '/accounts')).json(), before)
  for (const [id, detail] of [
    [2, /its reply has the unknown member "statusCode" \(did you mean "status"\?\)/],
    [5, /its reply has the status 99: it must be from 200 to 599/],
    [9, /There is no resource type "Acount" \(did you mean "Account"\?\)/],
    [10, /a status of bank.Account, but is "melted"/],
    [15, /it must return an object, as \{ status: 200, body: … \}, or undefined, but returned "closed"/]
  ] as const) {
    t.match((await bank.send('DELETE', `/accounts/${id}`)).json(), {
      status: 500,
      code: 'STANDIN_MODULE_FAILED',
      detail
    })
  }
})

t.test('what a handler leaves open goes to what follows', async t => {
  const bank = await startBank(t)
  for (const id of [3, 4]) t.match(await bank.send('DELETE', `/accounts/${id}`), { statusCode: 200 })
  t.match((await bank.admin('GET', '/requests')).json(), {
    requests: [{ source: 'generated' }, { source: 'generated' }]
  })
})

t.test('stubs and Prefer go before a handler, and its answer can be delayed and is held to the contract', async t => {
  const bank = await startBank(t)
  t.match(await bank.send('POST', '/transfers', {}, { prefer: 'code=409' }), { statusCode: 409 })
  await bank.admin('POST', '/stubs', {
    operation: 'bank.transfer',
    reply: { status: 200, body: { stubbed: true } },
    times: 1
  })
  t.same((await bank.send('POST', '/transfers', {})).json(), { stubbed: true })
  for (const sum of [5, 1]) await bank.send('POST', '/accounts', { sum })
  await bank.admin('POST', '/stubs', { operation: 'bank.transfer', simulate: {}, delay: 1, times: 1 })
  t.same((await bank.send('POST', '/transfers', { from: 1, to: 2, sum: 3 })).json(), { done: true })
  t.match((await bank.admin('GET', '/requests?limit=1')).json(), {
    requests: [{ source: 'module', stub: String }]
  })
  const broken = await bank.app.inject({ method: 'DELETE', url: '/accounts/1' })
  t.match(broken.headers['x-standin-violation'], /why/)
})

t.test('a handler changes, freezes and deletes; webhooks hear of it', async t => {
  const bank = await startBank(t)
  for (const sum of [1, 2, 3, 4, 5, 6, 7, 8]) await bank.send('POST', '/accounts', { sum })
  const close = async (id: number) => (await bank.send('DELETE', `/accounts/${id}`)).json()
  t.same(await close(7), { gone: true, again: false })
  t.same(await close(8), { id: 8, status: 'frozen', sum: 8 })
  t.same(await close(13), { id: 8, status: 'frozen', sum: 4 })
  t.same(await close(14), { id: 77, status: 'closed' })
  t.match(await close(12), { code: 'STANDIN_MODULE_FAILED', detail: /The bank.Account "8" already exists/ })
  t.match(await close(11), {
    first: /^[0-9a-f-]{36}$/,
    second: Number,
    name: 'default',
    missing: [null, false]
  })
  await bank.advance('PT1S')
  const told = (await bank.admin('GET', '/callbacks')).json().callbacks.slice(8)
  t.match(
    told.map(({ resource, body }: { resource: { id: string }, body: { is: unknown } }) =>
      [resource.id, body.is]),
    [['7', { sum: 7 }], ['8', { status: 'frozen' }], ['8', { sum: 4 }], ['77', {}]]
  )
})

for (const [title, files, message] of [
  [
    'an export that is no operation',
    { 'bank.standin.js': 'export const a = 1\n'.replace('const a = 1', 'function openAcount () {}') },
    /bank\.standin\.js:1:17 exports "openAcount", which is no operation, did you mean "openAccount"\?$/
  ],
  [
    'an export that is no function',
    { 'bank.standin.mjs': '\nexport const transfer = 5\n' },
    /bank\.standin\.mjs:2:14 exports "transfer" as number: it must be a function that responds to the operation$/
  ],
  [
    'a default export that holds none',
    { 'bank.standin.mjs': 'export default 5\n' },
    /bank\.standin\.mjs:1:8 the default export must be an object of functions with the names of operations$/
  ],
  [
    'a module that cannot be read',
    { 'bank.standin.js': 'export function transfer () {\n' },
    /bank\.standin\.js cannot be loaded: /
  ],
  [
    'a module that throws',
    { 'bank.standin.js': '\n\nthrow new Error("no bank today")\n' },
    /bank\.standin\.js:3:7 cannot be loaded: no bank today$/
  ],
  [
    'two modules for one document',
    { 'bank.standin.js': '', 'bank.standin.ts': '' },
    /bank\.standin\.js is beside .*bank\.standin\.ts: keep one of them$/
  ]
] as const) {
  t.test(`${title} is told at the start`, async t => {
    await t.rejects(startBank(t, files), { code: 'STANDIN_INVALID_DOCUMENT', message })
  })
}

t.test('a module is read anew when it has changed, comes or goes', async t => {
  const folder = t.testdir()
  const [file, module] = [join(folder, 'bank.yaml'), join(folder, 'bank.standin.mjs')]
  writeFileSync(file, BANK)
  const app = await createReloadable({ openapi: [file] })
  t.teardown(() => app.close())
  const answer = async () => (await app.inject({ method: 'DELETE', url: '/accounts/1' })).json()
  const generated = await answer()
  t.ok(app.sources().paths.has(module), 'it is looked for where it is not yet')
  for (const version of [1, 2]) {
    writeFileSync(module, `export const closeAccount = () => ({ body: { version: ${version} } })\n`)
    await app.reload()
    t.same(await answer(), { version })
  }
  writeFileSync(module, 'export const closeAcount = () => {}\n')
  await t.rejects(app.reload(), { code: 'STANDIN_INVALID_DOCUMENT' })
  t.same(await answer(), { version: 2 }, 'what was good before goes on')
  rmSync(module)
  await app.reload()
  t.same(await answer(), generated)
})
