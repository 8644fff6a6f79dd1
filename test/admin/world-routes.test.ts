import t from 'tap'
import { startAdmin } from './start-admin.ts'

t.test('the worlds are listed with what they hold', async t => {
  const { call } = await startAdmin(t)
  const inOther = { 'x-standin-world': 'other' }
  await call('PUT', '/resources/kiln.Batch/1', {}, inOther)
  await call('POST', '/stubs', { operation: 'kiln.fireBatch' }, inOther)

  t.match((await call('GET', '/worlds')).json(), {
    worlds: [
      {
        name: 'default',
        now: '2026-01-01T00:00:00.000Z',
        mode: 'frozen',
        resources: 0,
        stubs: 0,
        exchanges: 0
      },
      {
        name: 'other',
        mode: 'running',
        resources: 1,
        stubs: 1,
        exchanges: 0,
        dropped: { resources: 0, exchanges: 0 }
      }
    ],
    dropped: 0
  })
})

t.test('the longest unused world goes when there are too many, and that is told', async t => {
  const { call } = await startAdmin(t)
  for (const name of ['a', 'b', 'c', 'd']) await call('DELETE', `/~${name}/__admin/stubs`)
  const { worlds, dropped } = (await call('GET', '/worlds')).json()
  t.same(
    worlds.map(({ name }: { name: string }) => name),
    ['b', 'c', 'd']
  )
  t.equal(dropped, 2)
})

t.test('a reset takes this world back to its start, and no other', async t => {
  const { call } = await startAdmin(t)
  for (const world of ['a', 'b']) {
    await call('PUT', '/resources/kiln.Batch/1', {}, { 'x-standin-world': world })
  }
  await call('PATCH', '/settings', { delayMs: 5 }, { 'x-standin-world': 'a' })
  await call('PUT', '/clock', { mode: 'frozen' }, { 'x-standin-world': 'a' })

  const response = await call('POST', '/~a/__admin/reset')
  t.match(response, { statusCode: 204, body: '' })
  t.equal((await call('GET', '/~a/__admin/resources/kiln.Batch')).json().total, 0)
  t.equal((await call('GET', '/~a/__admin/settings')).json().delayMs, 0)
  t.equal((await call('GET', '/~a/__admin/clock')).json().mode, 'running')
  t.equal((await call('GET', '/~b/__admin/resources/kiln.Batch')).json().total, 1)
})

t.test('a world can be dropped', async t => {
  const { call, worlds } = await startAdmin(t)
  worlds.get('checkout')
  t.equal((await call('DELETE', '/worlds/checkout')).statusCode, 204)
  t.same(
    worlds.list().map(({ name }) => name),
    ['default']
  )

  worlds.get('checkout')
  t.match((await call('DELETE', '/worlds/chekout')).json(), {
    status: 404,
    code: 'STANDIN_UNKNOWN_WORLD',
    detail: /did you mean "checkout"/
  })
})

t.test('names that no world can have are refused', async t => {
  const { call, worlds } = await startAdmin(t)
  for (const name of ['..', 'a b', 'ä', '../a', '-a', 'x'.repeat(65), '%00', '<script>']) {
    t.match(
      (await call('GET', '/clock', undefined, { 'x-standin-world': encodeURI(name) })).json(),
      { status: 400, code: 'STANDIN_INVALID_WORLD_NAME' },
      name
    )
    t.match(
      (await call('DELETE', `/worlds/${encodeURIComponent(name)}`)).json(),
      { status: /400|404/ },
      name
    )
  }
  t.match((await call('GET', '/~a/__admin/clock', undefined, { 'x-standin-world': 'b' })).json(), {
    status: 400,
    code: 'STANDIN_WORLD_AMBIGUOUS'
  })
  t.same(
    worlds.list().map(({ name }) => name),
    ['default']
  )
})
