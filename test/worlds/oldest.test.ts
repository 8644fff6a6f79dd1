import t from 'tap'
import { Oldest } from '../../src/worlds/oldest.ts'

t.test('members come oldest first, but for those that were removed meanwhile', async t => {
  const set = new Set(['a', 'b', 'c', 'd'])
  const oldest = new Oldest(set)
  const take = () => {
    const member = oldest.next()
    if (member !== undefined) set.delete(member)
    return member
  }
  t.equal(take(), 'a')
  set.delete('b')
  t.equal(take(), 'c')
  set.add('a')
  t.equal(take(), 'd')
  t.equal(take(), 'a')
  t.equal(take(), undefined)
  set.add('e')
  t.equal(take(), 'e', 'it goes on where there was nothing left')
})

t.test('it goes on when everything was removed at once', async t => {
  const map = new Map([['a', 1], ['b', 2]])
  const oldest = new Oldest(map)
  t.equal(oldest.next(), 'a')
  map.clear()
  t.equal(oldest.next(), undefined)
  map.set('c', 3)
  t.equal(oldest.next(), 'c')
})
