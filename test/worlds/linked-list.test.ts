import t from 'tap'
import { LinkedList } from '../../src/worlds/linked-list.ts'
import type { Linked } from '../../src/worlds/linked-list.ts'

interface Item extends Linked<Item> {
  readonly name: string
}

function namesIn (list: LinkedList<Item>): string {
  return [...list].map(({ name }) => name).join('')
}

t.test('items are listed in the order in which they were added, and removed from anywhere', async t => {
  const list = new LinkedList<Item>()
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name): Item => ({ name }))
  if (a === undefined || b === undefined || c === undefined || d === undefined) return t.fail('there are four items')
  t.equal(list.oldest, undefined)
  for (const item of [a, b, c, d]) list.add(item)
  t.equal(namesIn(list), 'abcd')

  t.equal(list.remove(b), true)
  t.equal(list.remove(b), false)
  t.equal(namesIn(list), 'acd')
  t.equal(list.remove(d), true)
  t.equal(list.remove(a), true)
  t.equal(list.oldest, c)
  list.add(a)
  t.equal(namesIn(list), 'ca')
  t.equal(list.remove(c), true)
  t.equal(list.remove(a), true)
  t.equal(list.oldest, undefined)
  t.equal(namesIn(list), '')
  list.add(b)
  t.equal(list.oldest, b)
})

t.test('an item that was removed keeps no others', async t => {
  const list = new LinkedList<Item>()
  const items = ['a', 'b', 'c'].map((name): Item => ({ name }))
  for (const item of items) list.add(item)
  for (const item of items) list.remove(item)
  for (const item of items) t.strictSame([item.older, item.newer], [undefined, undefined])
})
