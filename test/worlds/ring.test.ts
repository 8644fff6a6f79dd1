import t from 'tap'
import { Ring } from '../../src/worlds/ring.ts'

t.test('a ring keeps the latest items, oldest first, and returns those it dropped', async t => {
  const ring = new Ring<number>(3)
  t.same(ring.toArray(), [])

  t.same([1, 2].map(item => ring.push(item)), [undefined, undefined])
  t.same(ring.toArray(), [1, 2])
  t.equal(ring.size, 2)

  t.same([3, 4, 5, 6, 7].map(item => ring.push(item)), [undefined, 1, 2, 3, 4])
  t.same(ring.toArray(), [5, 6, 7])
  t.equal(ring.size, 3)
})

t.test('an item is found by its place from the oldest', async t => {
  const ring = new Ring<number>(3)
  for (const item of [1, 2, 3, 4, 5]) ring.push(item)
  t.same([-1, 0, 2, 3].map(index => ring.at(index)), [undefined, 3, 5, undefined])
})

t.test('the oldest item can be taken from a ring', async t => {
  const ring = new Ring<number>(3)
  for (const item of [1, 2, 3, 4]) ring.push(item)
  t.same([ring.shift(), ring.shift()], [2, 3])
  ring.push(5)
  t.same(ring.toArray(), [4, 5])
  t.same([ring.shift(), ring.shift(), ring.shift()], [4, 5, undefined])
  ring.push(6)
  t.same(ring.toArray(), [6])
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
  t.equal(ring.push(1), 1)
  t.same(ring.toArray(), [])
})
