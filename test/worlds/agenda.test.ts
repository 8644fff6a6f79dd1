import t from 'tap'
import { Agenda } from '../../src/worlds/agenda.ts'
import { Clock, pause } from '../../src/worlds/clock.ts'

interface Diary {
  readonly clock: Clock
  readonly agenda: Agenda
  /** What was kept, with the time by the clock at which it was. */
  readonly kept: Array<readonly [name: string, at: number]>
  note (name: string, at: number): void
}

/** A clock that stands at 0 unless it is set going, and an agenda that writes down what is kept. */
function openDiary (): Diary {
  const clock = new Clock(0)
  clock.freeze()
  const agenda = new Agenda(clock)
  const kept: Diary['kept'] = []
  return {
    clock,
    agenda,
    kept,
    note: (name, at) => agenda.add({ at, keep: async () => { kept.push([name, clock.now()]) } })
  }
}

t.test('appointments are kept in order, each at its time, as the clock is moved', async t => {
  const { agenda, clock, kept, note } = openDiary()
  note('third', 30)
  note('first', 10)
  note('second', 20)
  note('also second', 20)
  t.equal(agenda.next(), 10)

  await agenda.advanceTo(20)
  t.same(kept, [['first', 10], ['second', 20], ['also second', 20]])
  t.equal(agenda.next(), 30)
  t.equal(clock.now(), 20)

  await agenda.advanceTo(100)
  t.same(kept.at(-1), ['third', 30])
  t.equal(agenda.next(), undefined)
  t.equal(clock.now(), 100)
})

t.test('what is added on the way is kept on the way', async t => {
  const { agenda, clock, kept, note } = openDiary()
  agenda.add({ at: 10, keep: async () => { note('retry', clock.now() + 5) } })
  await agenda.advanceTo(20)
  t.same(kept, [['retry', 15]])
})

t.test('the clock waits for an appointment to be kept, and one walk for another', async t => {
  const { agenda, clock } = openDiary()
  const seen: number[] = []
  agenda.add({ at: 10, keep: async () => { await pause(5); seen.push(clock.now()) } })

  await Promise.all([agenda.advanceTo(20), agenda.advanceTo(40).then(() => seen.push(clock.now()))])
  t.same(seen, [10, 40])
})

t.test('an appointment that was removed, or cleared with all others, is not kept', async t => {
  const { agenda, kept, note } = openDiary()
  const removed = { at: 5, keep: async () => { t.fail('it was removed') } }
  agenda.add(removed)
  note('kept', 10)
  agenda.remove(removed)
  agenda.remove(removed)
  await agenda.advanceTo(15)

  note('cleared', 20)
  agenda.clear()
  await agenda.advanceTo(30)
  t.same(kept, [['kept', 10]])
})

t.test('one that fails holds up nothing after it', async t => {
  const { agenda, kept, note } = openDiary()
  agenda.add({ at: 10, keep: async () => { throw new Error('could not be kept') } })
  note('next', 20)

  await agenda.advanceTo(30)
  t.same(kept, [['next', 20]])
})

t.test('a frozen clock keeps nothing by itself; once it runs, what is due is kept', async t => {
  const { agenda, clock, kept, note } = openDiary()
  note('due', 2)
  note('due too', 3)
  await pause(10)
  t.same(kept, [])

  clock.run()
  agenda.rearm()
  while (kept.length < 2) await pause(1)
  t.same(kept.map(([name]) => name), ['due', 'due too'])
  t.ok(kept.every(([, at], index) => at >= 2 + index), 'none before its time')
})
