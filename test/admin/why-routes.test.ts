import t from 'tap'
import { exchange } from '../journal/exchange.ts'
import { startAdmin } from './start-admin.ts'

t.test('an exchange is explained, in the world of the request', async t => {
  const { call, world, worlds } = await startAdmin(t)
  world.store.append(exchange({ operation: 'kiln.fireBatch', source: 'simulation' }))
  worlds.get('other').store.append(exchange({ operation: undefined, source: 'refusal', status: 404, url: '/batchs' }))
  t.match((await call('GET', '/requests/1/why')).json(), {
    id: '1',
    world: 'default',
    operation: 'kiln.fireBatch',
    sources: [{ source: 'stub', outcome: 'passedOver' }, {}, { source: 'simulation', outcome: 'answered' }]
  })
  const other = (await call('GET', '/~other/__admin/requests/1/why')).json()
  t.match(other, { world: 'other', operations: [{ method: /./ }] })
})

t.test('an exchange that is not there is refused', async t => {
  const { call } = await startAdmin(t)
  t.match((await call('GET', '/requests/7/why')).json(), { status: 404, code: 'STANDIN_UNKNOWN_EXCHANGE' })
})
