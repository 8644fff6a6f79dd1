import t from 'tap'
import { Ring } from '../../src/worlds/ring.ts'

t.test('a ring keeps the latest items, oldest first, and counts those it dropped', async t => {
  const ring = new Ring<number>(3)
  t.same(ring.toArray(), [])

  for (const item of [1, 2]) ring.push(item)
  t.same(ring.toArray(), [1, 2])
  t.equal(ring.dropped, 0)

  for (const item of [3, 4, 5, 6, 7]) ring.push(item)
  t.same(ring.toArray(), [5, 6, 7])
  t.equal(ring.dropped, 4)
})

t.test('a ring that was cleared starts anew', async t => {
  const ring = new Ring<number>(2)
  for (const item of [1, 2, 3]) ring.push(item)

  ring.clear()
  t.same(ring.toArray(), [])

  for (const item of [4, 5, 6]) ring.push(item)
  t.same(ring.toArray(), [5, 6])
})

t.test('a ring for nothing keeps nothing', async t => {
  const ring = new Ring<number>(0)
  ring.push(1)
  t.same(ring.toArray(), [])
  t.equal(ring.dropped, 1)
})
