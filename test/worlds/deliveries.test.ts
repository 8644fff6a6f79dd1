import t from 'tap'
import { Deliveries } from '../../src/worlds/deliveries.ts'
import type { Delivery } from '../../src/worlds/delivery.ts'
import { Memory } from '../../src/worlds/memory.ts'

function createDeliveries (max: number, memory = new Memory()) {
  const evicted: string[] = []
  const deliveries = new Deliveries(max, memory)
  deliveries.watch(({ id }) => evicted.push(id))
  const add = (one: Delivery) => {
    deliveries.add(one, 0)
    return evicted.at(-1)
  }
  return { add, deliveries, evicted }
}

function delivery (id: number, state: Delivery['state'] = 'waiting'): Delivery {
  return { id: String(id), state } as Delivery  // nothing else is looked at
}

t.test('past the bound the oldest that waits for nothing goes', async t => {
  const { add, deliveries } = createDeliveries(1_000)
  for (let id = 1; id <= 1_000; id++) {
    t.equal(
      add(delivery(id, id === 3 || id === 5 ? 'failed' : 'waiting')),
      undefined
    )
  }

  t.equal(add(delivery(1_001)), '3')
  t.equal(add(delivery(1_002)), '5')
  t.equal(deliveries.dropped, 2)
  t.equal(deliveries.list().length, 1_000)
})

t.test('where all of them wait, the oldest goes', async t => {
  const { add, deliveries } = createDeliveries(1_000)
  for (let id = 1; id <= 1_000; id++) add(delivery(id))

  t.equal(add(delivery(1_001)), '1')
  t.same(deliveries.list().map(({ id }) => id).slice(0, 2), ['2', '3'])
})

t.test('however short the journal is, a thousand are kept', async t => {
  const { add, deliveries } = createDeliveries(0)
  for (let id = 1; id <= 1_000; id++) add(delivery(id))

  t.equal(deliveries.list().length, 1_000)
})

t.test('where there is too little memory, ended callbacks are evicted before those that wait', async t => {
  const memory = new Memory(20_000)
  const { add, deliveries, evicted } = createDeliveries(1_000, memory)
  const [first, second] = [delivery(1), delivery(2)]
  add(first)
  add(second)
  deliveries.update(first, { body: 'a'.repeat(5_000) })
  deliveries.update(second, { body: 'b'.repeat(1_000), state: 'delivered' })
  t.same(evicted, [])

  const third = delivery(3)
  deliveries.add(third, 8_000)
  t.same(evicted, ['2'])
  deliveries.update(third, { state: 'failed', body: 'c'.repeat(1_000) })
  t.same(evicted, ['2'], 'what it waited with is given back')
  deliveries.add(delivery(4), 8_000)
  t.same(evicted, ['2', '3'])
  deliveries.add(delivery(5), 8_000)
  t.same(evicted, ['2', '3', '1'])
  t.equal(deliveries.dropped, 3)

  deliveries.end()
  t.equal(memory.used, 0)
  deliveries.add(delivery(6), 100_000)
  t.equal(memory.used, 0, 'a world that has ended takes none')
})
