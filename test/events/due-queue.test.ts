import t from 'tap'
import { DueQueue } from '../../src/events/due-queue.ts'
import { Random } from '../../src/worlds/random.ts'

t.test('items are taken in the order in which they are due, whatever the order in which they came', async t => {
  const random = new Random('due')
  const queue = new DueQueue<string>()
  const instants = Array.from({ length: 500 }, () => random.below(100))
  for (const [index, at] of instants.entries()) queue.add({ at, item: `item ${index}` })

  t.equal(queue.first?.at, Math.min(...instants))
  const taken: number[] = []
  for (let due = queue.take(); due !== undefined; due = queue.take()) taken.push(due.at)
  t.same(taken, instants.toSorted((a, b) => a - b))
  t.equal(queue.first, undefined)
})

t.test('items are added while others are taken', async t => {
  const queue = new DueQueue<string>()
  for (const at of [5, 3, 9]) queue.add({ at, item: `${at}` })
  t.equal(queue.take()?.item, '3')
  queue.add({ at: 1, item: '1' })
  queue.add({ at: 7, item: '7' })
  const taken = Array.from({ length: 5 }, () => queue.take()?.at)
  t.same(taken, [1, 5, 7, 9, undefined])
  queue.add({ at: 2, item: '2' })
  queue.clear()
  t.equal(queue.take(), undefined)
})
