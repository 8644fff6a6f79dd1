import t from 'tap'
import { Schedule } from '../../src/worlds/schedule.ts'
import { Clock, pause } from '../../src/worlds/clock.ts'

interface Diary {
  readonly clock: Clock
  readonly schedule: Schedule
  /** What was kept, with the time by the clock at which it was. */
  readonly kept: Array<readonly [name: string, at: number]>
  note (name: string, at: number): void
}

/** A clock that stands at 0 unless it is set going, and an agenda that writes down what is kept. */
function openDiary (): Diary {
  const clock = new Clock(0)
  clock.freeze()
  const schedule = new Schedule(clock)
  const kept: Diary['kept'] = []
  return {
    clock,
    schedule,
    kept,
    note: (name, at) => schedule.add({ at, run: async () => { kept.push([name, clock.now()]) } })
  }
}

t.test('appointments are kept in order, each at its time, as the clock is moved', async t => {
  const { schedule, clock, kept, note } = openDiary()
  note('third', 30)
  note('first', 10)
  note('second', 20)
  note('also second', 20)
  t.equal(schedule.next(), 10)

  await schedule.advanceTo(20)
  t.same(kept, [['first', 10], ['second', 20], ['also second', 20]])
  t.equal(schedule.next(), 30)
  t.equal(clock.now(), 20)

  await schedule.advanceTo(100)
  t.same(kept.at(-1), ['third', 30])
  t.equal(schedule.next(), undefined)
  t.equal(clock.now(), 100)
})

t.test('what is added on the way is kept on the way', async t => {
  const { schedule, clock, kept, note } = openDiary()
  schedule.add({ at: 10, run: async () => { note('retry', clock.now() + 5) } })
  await schedule.advanceTo(20)
  t.same(kept, [['retry', 15]])
})

t.test('the clock waits for an appointment to be kept, and one walk for another', async t => {
  const { schedule, clock } = openDiary()
  const seen: number[] = []
  schedule.add({ at: 10, run: async () => { await pause(5); seen.push(clock.now()) } })

  await Promise.all([schedule.advanceTo(20), schedule.advanceTo(40).then(() => seen.push(clock.now()))])
  t.same(seen, [10, 40])
})

t.test('an appointment that was removed, or cleared with all others, is not kept', async t => {
  const { schedule, kept, note } = openDiary()
  const removed = { at: 5, run: async () => { t.fail('it was removed') } }
  schedule.add(removed)
  note('kept', 10)
  schedule.remove(removed)
  schedule.remove(removed)
  await schedule.advanceTo(15)

  note('cleared', 20)
  schedule.clear()
  await schedule.advanceTo(30)
  t.same(kept, [['kept', 10]])
})

t.test('one that fails holds up nothing after it', async t => {
  const { schedule, kept, note } = openDiary()
  schedule.add({ at: 10, run: async () => { throw new Error('could not be kept') } })
  note('next', 20)

  await schedule.advanceTo(30)
  t.same(kept, [['next', 20]])
})

t.test('a frozen clock keeps nothing by itself; once it runs, what is due is kept', async t => {
  const { schedule, clock, kept, note } = openDiary()
  note('due', 2)
  note('due too', 3)
  await pause(10)
  t.same(kept, [])

  clock.run()
  schedule.rearm()
  while (kept.length < 2) await pause(1)
  t.same(kept.map(([name]) => name), ['due', 'due too'])
  t.ok(kept.every(([, at], index) => at >= 2 + index), 'none before its time')
})
