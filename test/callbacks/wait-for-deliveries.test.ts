import t from 'tap'
import type { Test } from 'tap'
import { waitForDeliveries } from '../../src/callbacks/wait-for-deliveries.ts'
import type { Delivery } from '../../src/worlds/delivery.ts'
import { World } from '../../src/worlds/world.ts'

function start (t: Test) {
  const world = new World('test', {
    seed: 1,
    startsAt: 0,
    indexes: [],
    maxResources: 1,
    maxExchanges: 5
  })
  t.teardown(() => world.close())
  // Real timers do not keep the process alive.
  const alive = setInterval(() => {}, 1_000)
  t.teardown(() => clearInterval(alive))
  return {
    world,
    add (state: Delivery['state']): Delivery {
      const delivery = { state } as Delivery // nothing else is looked at
      world.store.addDelivery(delivery)
      world.delivered.tell()
      return delivery
    }
  }
}

const isDone = (promise: Promise<void>) =>
  Promise.race([
    promise.then(() => true),
    new Promise(resolve => setImmediate(() => resolve(false)))
  ])

t.test('it does not wait where there are so many', async t => {
  const { add, world } = start(t)
  add('delivered')
  t.ok(await isDone(waitForDeliveries(world, { count: 1, ms: 60_000 })))
  t.ok(await isDone(waitForDeliveries(world, { state: 'delivered', count: 1, ms: 60_000 })))
})

t.test('it waits until so many have ended', async t => {
  const { add, world } = start(t)
  const waiting = waitForDeliveries(world, { count: 2, ms: 60_000 })
  const delivery = add('waiting')
  add('failed')
  t.notOk(await isDone(waiting))
  world.store.updateDelivery(delivery, { state: 'delivered' })
  world.delivered.tell()
  t.ok(await isDone(waiting))
})

t.test('a state that is asked for is waited for', async t => {
  const { add, world } = start(t)
  const waiting = waitForDeliveries(world, { state: 'waiting', count: 1, ms: 60_000 })
  add('delivered')
  t.notOk(await isDone(waiting))
  add('waiting')
  t.ok(await isDone(waiting))
})

t.test('it waits no longer than it is told to', async t => {
  const { world } = start(t)
  await waitForDeliveries(world, { count: 1, ms: 5 })
  t.same(world.store.deliveries(), [], 'none came')
})

t.test('it ends with its world, and does not begin in one that has ended', async t => {
  const { world } = start(t)
  const waiting = waitForDeliveries(world, { count: 1, ms: 60_000 })
  world.close()
  t.ok(await isDone(waiting))
  t.ok(await isDone(waitForDeliveries(world, { count: 1, ms: 60_000 })))
})
