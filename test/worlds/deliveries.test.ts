import t from 'tap'
import { Deliveries } from '../../src/worlds/deliveries.ts'
import type { Delivery } from '../../src/worlds/delivery.ts'

function delivery (id: number, state: Delivery['state'] = 'waiting'): Delivery {
  return { id: String(id), state } as Delivery  // nothing else is looked at
}

t.test('past the bound the oldest that waits for nothing goes', async t => {
  const deliveries = new Deliveries(1_000)
  for (let id = 1; id <= 1_000; id++) {
    t.equal(
      deliveries.add(delivery(id, id === 3 || id === 5 ? 'failed' : 'waiting')),
      undefined
    )
  }

  t.match(deliveries.add(delivery(1_001)), { id: '3' })
  t.match(deliveries.add(delivery(1_002)), { id: '5' })
  t.equal(deliveries.dropped, 2)
  t.equal(deliveries.list().length, 1_000)
})

t.test('where all of them wait, the oldest goes', async t => {
  const deliveries = new Deliveries(1_000)
  for (let id = 1; id <= 1_000; id++) deliveries.add(delivery(id))

  t.match(deliveries.add(delivery(1_001)), { id: '1' })
  t.same(deliveries.list().map(({ id }) => id).slice(0, 2), ['2', '3'])
})

t.test('however short the journal is, a thousand are kept', async t => {
  const deliveries = new Deliveries(0)
  for (let id = 1; id <= 1_000; id++) deliveries.add(delivery(id))

  t.equal(deliveries.list().length, 1_000)
})
