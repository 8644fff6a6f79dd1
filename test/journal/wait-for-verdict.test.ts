import t from 'tap'
import { parseExpectation } from '../../src/journal/parse-expectation.ts'
import { waitForVerdict } from '../../src/journal/wait-for-verdict.ts'
import { createWorld, orders } from '../responses/orders.ts'

const EXPECTATION = parseExpectation({ operation: 'orders.addOrder', wait: 'PT60S' }, orders())

t.test('a wait ends with its world, with what came until then', async t => {
  const world = createWorld()
  const waiting = waitForVerdict(world, EXPECTATION, EXPECTATION.waitMs)
  world.close()
  t.match(await waiting, { ok: false, matching: [] })
})

t.test('nothing is waited for in a world that has ended', async t => {
  const world = createWorld()
  world.close()
  t.match(await waitForVerdict(world, EXPECTATION, EXPECTATION.waitMs), { ok: false })
})
