import t from 'tap'
import { harFlaws } from '../har/har-schema.ts'
import { exchange } from '../journal/exchange.ts'
import { startAdmin } from './start-admin.ts'

t.test('a world is exported as HAR, as a file with a name', async t => {
  const { call, world } = await startAdmin(t)
  world.store.append(exchange({ requestHeaders: { authorization: 'Bearer abc' } }))
  const response = await call('GET', '/har')
  t.match(response.headers, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="standin-default.har"'
  })
  t.same(harFlaws(response.json()), [])
  t.match(response.json(), {
    log: {
      creator: { name: 'standin', version: '1.2.3' },
      entries: [{
        request: {
          url: /^http:\/\/localhost:80\/orders$/,
          headers: [{ name: 'authorization', value: 'Bearer ***' }]
        },
        _standin: { world: 'default', operation: 'orders.addOrder' }
      }]
    }
  })
  const [entry] = (await call('GET', '/har?masked=false')).json().log.entries
  t.same(entry.request.headers, [{ name: 'authorization', value: 'Bearer abc' }])
})

t.test('what is exported is chosen by world, ids, test and filters', async t => {
  const { call, world, worlds } = await startAdmin(t)
  world.store.append(exchange({ id: '1', realAt: 1 }))
  world.store.append(exchange({ id: '2', realAt: 2, operation: 'kiln.fireBatch', requestBody: { glaze: 'blue' } }))
  worlds.get('other').store.append(exchange({ id: '1', realAt: 3, requestHeaders: { 'x-standin-test': 'pays' } }))
  const listed = async (path: string) => {
    const { log } = (await call('GET', path)).json()
    return log.entries.map(({ _standin: { id, world } }: { _standin: Record<string, string> }) => `${world} ${id}`)
  }
  t.same(await listed('/har'), ['default 1', 'default 2'])
  t.same(await listed('/har?all=true'), ['default 1', 'default 2', 'other 1'])
  t.same(await listed('/har?world=other'), ['other 1'])
  t.same(await listed('/~other/__admin/har'), ['other 1'])
  t.same(await listed('/har?ids=2,%207'), ['default 2'])
  t.same(await listed('/har?all=true&test=pays'), ['other 1'])
  t.same(await listed('/har?operation=kiln.fireBatch&body./glaze=blue'), ['default 2'])
  t.same(await listed('/har?world=none'), [])
  t.match((await call('GET', '/har?all=true')).headers, { 'content-disposition': 'attachment; filename="standin.har"' })
})

t.test('what makes no sense is refused', async t => {
  const { call } = await startAdmin(t)
  for (const query of ['operation=kiln.fire', 'world=a%20b', 'masked=maybe', 'id=1']) {
    t.match((await call('GET', `/har?${query}`)).json(), { status: 400, code: 'STANDIN_INVALID_REQUEST' }, query)
  }
})
