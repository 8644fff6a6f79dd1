import t from 'tap'
import { Memory } from '../../src/worlds/memory.ts'
import type { Evictable, Tier } from '../../src/worlds/memory.ts'

/** Items of a memory, which tell when they are evicted. */
function createItems (max: number) {
  const memory = new Memory(max)
  const evicted: string[] = []
  const create = (name: string, tier: Tier, bytes: number, exact?: number): Evictable => ({
    tier,
    bytes,
    ...(exact !== undefined && { measure: () => exact }),
    evict: () => evicted.push(name)
  })
  const add = (...args: Parameters<typeof create>): Evictable => {
    const item = create(...args)
    memory.add(item)
    return item
  }
  return { add, evicted, memory }
}

t.test('the oldest is evicted where there is too little room', async t => {
  const { add, evicted, memory } = createItems(200)
  add('a', 'history', 40)
  add('b', 'history', 40)
  t.same(evicted, [])
  add('c', 'history', 40)
  t.same(evicted, ['a'])
  t.equal(memory.used, 80)
  add('d', 'history', 90)
  t.same(evicted, ['a', 'b', 'c'])
  t.equal(memory.used, 90)
})

t.test('history is evicted before state, and resources last', async t => {
  const { add, evicted, memory } = createItems(100)
  add('resource', 'resources', 30)
  add('answer', 'state', 30)
  add('exchange', 'history', 30)
  add('other', 'state', 50)
  t.same(evicted, ['exchange', 'answer'])
  add('third', 'resources', 100)
  t.same(evicted, ['exchange', 'answer', 'other', 'resource'])
  t.equal(memory.used, 100)
})

t.test('history takes at most half of the memory, and state may take all of it', async t => {
  const { add, evicted, memory } = createItems(100)
  add('a', 'history', 30)
  add('b', 'history', 30)
  t.same(evicted, ['a'])
  add('c', 'state', 65)
  add('d', 'history', 10)
  t.same(evicted, ['a', 'b'])
  add('e', 'state', 25)
  t.same(evicted, ['a', 'b'])
  t.equal(memory.used, 100)
})

t.test('what is larger than all the memory is not kept', async t => {
  const { add, evicted, memory } = createItems(100)
  add('a', 'history', 10)
  add('b', 'history', 1_000)
  t.same(evicted, ['a', 'b'])
  t.equal(memory.used, 0)
})

t.test('what was removed takes no room, and is not evicted', async t => {
  const { add, evicted, memory } = createItems(200)
  const a = add('a', 'history', 60)
  memory.remove(a)
  memory.remove(a)
  t.equal(memory.used, 0)
  add('b', 'history', 60)
  add('c', 'history', 60)
  t.same(evicted, ['b'])
})

t.test('items are measured before one is evicted: they may take less than it seemed', async t => {
  const { add, evicted, memory } = createItems(200)
  add('a', 'history', 60, 10)
  add('b', 'history', 60, 20)
  t.same(evicted, [])
  t.equal(memory.used, 30)
  add('c', 'history', 1_000, 60)
  t.same(evicted, [], 'from then on, at once')
  t.equal(memory.used, 90)
  add('d', 'history', 1_000, 30)
  t.same(evicted, ['a', 'b'])
  t.equal(memory.used, 90)
})

t.test('the bytes of items are told as they are measured', async t => {
  const { add, memory } = createItems(1_000)
  const a = add('a', 'history', 60, 10)
  const b = add('b', 'state', 5)
  t.equal(memory.used, 65)
  t.equal(memory.bytesOf([a, b]), 15)
  t.equal(memory.used, 15)
})

t.test('without a bound nothing is evicted', async t => {
  const memory = new Memory()
  for (let index = 0; index < 10; index++) {
    memory.add({ tier: 'history', bytes: 1e12, evict: () => t.fail('it is evicted') })
  }
  t.equal(memory.used, 1e13)
})
