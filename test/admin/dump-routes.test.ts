import t from 'tap'
import { exchange } from '../journal/exchange.ts'
import { startAdmin } from './start-admin.ts'

t.test('a world is dumped in the form of the document, and loaded into any', async t => {
  const { call, world, worlds } = await startAdmin(t)
  await call('PUT', '/resources/kiln.Batch/7', { members: { glaze: 'blue' }, hidden: { token: 'secret' } })
  await call('POST', '/stubs', { operation: 'kiln.fireBatch', times: 2 })
  world.store.append(exchange())

  const dump = (await call('GET', '/dump')).json()
  t.match(dump, {
    format: 'standin-world',
    version: 1,
    standin: '1.2.3',
    world: 'default',
    clock: { mode: 'frozen' },
    resources: [{ id: '7', hidden: { token: 'secret' }, createdByRequest: false }],
    stubs: [{ used: 0 }]
  })
  t.notOk('requests' in dump)
  t.equal((await call('GET', '/dump?journal=true')).json().requests.length, 1)

  t.equal((await call('PUT', '/dump?world=a', dump)).statusCode, 204)
  t.equal((await call('PUT', '/~b/__admin/dump', dump)).statusCode, 204)
  for (const name of ['a', 'b']) {
    const copy = (await call('GET', `/dump?world=${name}`)).json()
    t.same(copy, { ...dump, world: name })
  }
  t.equal(worlds.list().length, 3)
})

t.test('reading a dump makes no world', async t => {
  const { call, worlds } = await startAdmin(t)
  t.match((await call('GET', '/dump?world=new')).json(), { world: 'new', resources: [] })
  t.same(worlds.list().map(({ name }) => name), ['default'])
})

t.test('what is no dump is refused, with its place', async t => {
  const { call } = await startAdmin(t)
  const dump = (await call('GET', '/dump')).json()
  t.match((await call('PUT', '/dump', { ...dump, limits: { x: { used: -1, reset: 0 } } })).json(), {
    status: 400,
    code: 'STANDIN_INVALID_DUMP',
    violations: [{ pointer: '/limits/x/used' }]
  })
  t.match((await call('PUT', '/dump', { ...dump, version: 2, standin: '2.0.0' })).json(), {
    code: 'STANDIN_INVALID_DUMP',
    detail: /version 2 \(standin 2\.0\.0 wrote it\)/
  })
  t.match((await call('PUT', '/dump')).json(), { code: 'STANDIN_INVALID_DUMP' })
  t.match((await call('PUT', '/dump', '{')).json(), { code: 'STANDIN_MALFORMED_REQUEST' })
  t.match((await call('PUT', '/dump?world=no%20name', dump)).json(), { code: 'STANDIN_INVALID_REQUEST' })
  t.match((await call('GET', '/dump?journal=maybe')).json(), { code: 'STANDIN_INVALID_REQUEST' })
})

t.test('a dump may be larger than other bodies', async t => {
  const { call } = await startAdmin(t)
  const dump = (await call('GET', '/dump')).json()
  const scenarios = [{ name: 'large', document: { description: 'x'.repeat(200_000) } }]
  t.equal((await call('PUT', '/dump', { ...dump, scenarios })).statusCode, 204)
})
