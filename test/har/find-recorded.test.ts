import t from 'tap'
import { findRecorded } from '../../src/har/find-recorded.ts'
import { World } from '../../src/worlds/world.ts'
import { exchange } from '../journal/exchange.ts'

const OPTIONS = { seed: 1, startsAt: 0, indexes: [], maxResources: 10, maxExchanges: 10 }

t.test('exchanges of worlds are found by ids, test and filters, in the order of their requests', async t => {
  const [a, b] = [new World('a', OPTIONS), new World('b', OPTIONS)]
  t.teardown(() => {
    a.close()
    b.close()
  })
  a.store.append(exchange({ id: '1', realAt: 30, status: 500, requestHeaders: { 'x-standin-test': 'pays' } }))
  b.store.append(exchange({ id: '1', realAt: 20 }))
  b.store.append(exchange({ id: '2', realAt: 10, requestHeaders: { 'x-standin-test': '%70ays' } }))
  const find = (filter: Parameters<typeof findRecorded>[1]) =>
    findRecorded([a, b], filter).map(({ exchange, world }) => `${world.name}${exchange.id}`)
  t.same(find({}), ['b2', 'b1', 'a1'])
  t.same(find({ ids: new Set(['1']) }), ['b1', 'a1'])
  t.same(find({ test: 'pays' }), ['b2', 'a1'])
  t.same(find({ status: 500 }), ['a1'])
})
