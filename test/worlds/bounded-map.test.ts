import t from 'tap'
import { BoundedMap } from '../../src/worlds/bounded-map.ts'

t.test('a full map drops its oldest entry for a new one', async t => {
  const map = new BoundedMap<string, number>(2)
  map.set('a', 1).set('b', 2).set('c', 3)
  t.same([...map], [['b', 2], ['c', 3]])
})

t.test('a known key takes another value without anything being dropped', async t => {
  const map = new BoundedMap<string, number>(2)
  map.set('a', 1).set('b', 2).set('a', 3)
  t.same([...map], [['a', 3], ['b', 2]])
})
