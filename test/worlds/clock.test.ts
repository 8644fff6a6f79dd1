import t from 'tap'
import {
  Clock,
  formatHttpDate,
  formatInstant,
  formatSeconds,
  LAST,
  parseInstant,
  pause,
  setTimer,
  stopwatch,
  systemTime
} from '../../src/worlds/clock.ts'

const START = Date.UTC(2026, 0, 1)

t.test('a clock starts at the real time, or where it is told to, and runs with the real time', async t => {
  let real = 5_000
  const ofToday = new Clock(undefined, () => real)
  const ofLater = new Clock(START, () => real)

  real += 250

  t.equal(ofToday.mode, 'running')
  t.equal(ofToday.now(), 5_250)
  t.equal(ofLater.now(), START + 250)
})

t.test('a frozen clock stands still, and goes on from there when it is set going', async t => {
  let real = 0
  const clock = new Clock(START, () => real)

  real += 10
  clock.freeze()
  real += 1_000
  t.equal(clock.mode, 'frozen')
  t.equal(clock.now(), START + 10)

  clock.freeze()
  t.equal(clock.now(), START + 10, 'freezing it again changes nothing')

  clock.run()
  t.equal(clock.mode, 'running')
  t.equal(clock.now(), START + 10)
  real += 5
  t.equal(clock.now(), START + 15)
})

t.test('a clock is moved ahead in either mode, and never back', async t => {
  let real = 0
  const clock = new Clock(START, () => real)

  clock.moveTo(START + 60_000)
  real += 1
  t.equal(clock.now(), START + 60_001)

  clock.moveTo(START)
  t.equal(clock.now(), START + 60_001)

  clock.freeze()
  clock.moveTo(START + 90_000)
  clock.moveTo(START + 80_000)
  t.equal(clock.now(), START + 90_000)
})

t.test('an instant is read from RFC 3339 only', async t => {
  const instants: ReadonlyArray<readonly [string, number | undefined]> = [
    ['2026-01-01T00:00:00Z', START],
    ['2026-01-01T00:00:00.250Z', START + 250],
    ['2026-01-01T02:00:00+02:00', START],
    ['2026-01-01t00:00:00z', START],
    ['2026-02-30T00:00:00Z', undefined],
    ['2026-13-01T00:00:00Z', undefined],
    ['2026-01-01', undefined],
    ['2026-01-01T00:00:00', undefined],
    ['tomorrow', undefined],
    ['', undefined]
  ]
  for (const [text, instant] of instants) t.equal(parseInstant(text), instant, text)
})

t.test('an instant is written with milliseconds, in whole seconds, or as HTTP does', async t => {
  t.equal(formatInstant(START + 250), '2026-01-01T00:00:00.250Z')
  t.equal(formatSeconds(START + 999), '2026-01-01T00:00:00Z')
  t.equal(formatHttpDate(START), 'Thu, 01 Jan 2026 00:00:00 GMT')
})

t.test('the real time, a stopwatch, a timer and a pause come from the platform', async t => {
  const before = stopwatch()
  const rung = new Promise<string>(resolve => setTimer(1, () => resolve('rung')))
  setTimer(0, () => t.fail('it was called off'))()
  await pause(5)

  t.ok(stopwatch() > before)
  t.ok(systemTime() > START)
  t.equal(await rung, 'rung')
})

t.test('the state of a clock is plain data from which another goes on', async t => {
  let real = 0
  const clock = new Clock(START, () => real)
  const running = structuredClone(clock.state)
  real += 10
  clock.freeze()
  const frozen = structuredClone(clock.state)
  real += 1_000

  t.equal(new Clock(running, () => real).now(), START + 1_010)
  t.equal(new Clock(frozen, () => real).now(), START + 10)
  t.equal(new Clock(frozen, () => real).mode, 'frozen')
})

t.test('a running clock stops at the last instant that RFC 3339 can express', async t => {
  let real = 0
  const clock = new Clock(START, () => real)
  clock.moveTo(LAST - 1_000)
  real += 999
  t.equal(formatInstant(clock.now()), '9999-12-31T23:59:59.998Z')
  for (const passed of [1, 2, 1_000_000]) {
    real += passed
    t.equal(formatInstant(clock.now()), '9999-12-31T23:59:59.999Z')
  }
  clock.freeze()
  t.equal(clock.now(), LAST)
  clock.run()
  t.equal(clock.now(), LAST)
})

t.test('instants that RFC 3339 cannot express are formatted as the nearest', async t => {
  t.equal(formatInstant(LAST + 1), '9999-12-31T23:59:59.999Z')
  t.equal(formatSeconds(LAST + 1), '9999-12-31T23:59:59Z')
  t.equal(formatInstant(Date.parse('0000-01-01T00:00:00Z') - 1), '0000-01-01T00:00:00.000Z')
})
