import t from 'tap'
import { EventLog } from '../../src/events/event-log.ts'

const show = () => ({ kind: 'world' })

t.test('the latest events are kept, up to a number', async t => {
  const log = new EventLog({ maxEvents: 3 })
  for (let count = 1; count <= 5; count++) log.add('world', 'w', () => ({ count }))
  t.same([log.latest, log.oldest], [5, 3])
  t.same([2, 3, 5, 6].map(number => log.get(number)?.text), [undefined, '{"count":3}', '{"count":5}', undefined])
})

t.test('and up to a length: one that is longer than that is not kept', async t => {
  const log = new EventLog({ maxLength: 30 })
  for (let count = 1; count <= 3; count++) log.add('world', 'w', () => ({ some: 'x'.repeat(5) }))
  t.same([log.latest, log.oldest], [3, 3])
  log.add('world', 'w', () => ({ some: 'x'.repeat(50) }))
  t.same([log.latest, log.oldest], [4, 5])
  log.add('world', 'w', show)
  t.same([log.latest, log.oldest], [5, 5])
  t.equal(log.get(5)?.text, '{"kind":"world"}')
})

t.test('an event is written at the end of the turn, or when a thousand wait', async t => {
  const log = new EventLog()
  let written = 0
  const count = () => ({ number: ++written })
  let told = 0
  log.added.add(() => told++)
  log.add('world', 'w', count)
  t.equal(written, 0)
  await new Promise(resolve => setImmediate(resolve))
  t.same([written, told], [1, 1])

  for (let added = 1; added < 1_000; added++) log.add('world', 'w', count)
  t.equal(written, 1)
  log.add('world', 'w', count)
  t.same([written, told], [1_001, 2])
})

t.test('an id is known by its log alone', async t => {
  const log = new EventLog()
  log.add('world', 'w', show)
  log.add('world', 'w', show)
  t.equal(log.numberOf(log.idOf(1)), 1)
  t.equal(log.numberOf(log.idOf(0)), 0)
  for (const id of [log.idOf(3), '1', '', 'other-1', `${log.idOf(1)}x`]) t.equal(log.numberOf(id), undefined, id)
})
