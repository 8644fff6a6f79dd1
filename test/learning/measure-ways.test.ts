import t from 'tap'
import { measureWays } from '../../src/learning/measure-ways.ts'
import type { Observed } from '../../src/learning/observe.ts'
import type { Tracked } from '../../src/learning/track-resources.ts'

/** Returns a resource that was seen in statuses, each as `status@milliseconds`. */
function tracked (...seen: readonly string[]): Tracked {
  const created = { seenAt: 0 } as Observed // nothing else of it is used
  const sightings = seen.map(text => {
    const [status = '', at] = text.split('@')
    return { at: Number(at), status, value: {} }
  })
  return { id: 'x', created, sightings }
}

t.test('polls of several resources narrow a duration down', async t => {
  const { ways: [way] } = measureWays([
    tracked('queued@0', 'queued@1500', 'done@2400'),
    tracked('queued@0', 'queued@1900', 'done@2700'),
    tracked('queued@0', 'queued@1200', 'done@2100')
  ])

  t.match(way, { end: 'done', count: 3 })
  t.match(way?.steps, [{ status: 'queued', ms: 2000, spread: [1900, 2100] }, { status: 'done', ms: undefined }])
})

t.test('of durations that differ, the median is taken, and the spread is told', async t => {
  const { ways: [way] } = measureWays([
    tracked('queued@0', 'queued@900', 'done@1100'),
    tracked('queued@0', 'queued@2900', 'done@3100'),
    tracked('queued@0', 'queued@8900', 'done@9100')
  ])

  t.match(way?.steps[0], { ms: 3000, spread: [1000, 9000] })
})

t.test('a status that some polls missed has its place', async t => {
  const { ways: [way] } = measureWays([
    tracked('queued@0', 'running@1000', 'done@4000'),
    tracked('queued@0', 'done@4000')
  ])

  t.same(way?.steps.map(({ status }) => status), ['queued', 'running', 'done'])
})

t.test('ways are told apart by their ends; what has not ended, and what goes back, is told', async t => {
  const { goneBack, unfinished, ways } = measureWays([
    tracked('queued@0', 'done@1000'),
    tracked('queued@0', 'failed@1000'),
    tracked('queued@0', 'failed@1100'),
    tracked('queued@0', 'running@500', 'queued@800')
  ])

  t.same(ways.map(({ count, end }) => `${end} ${count}`), ['failed 2', 'done 1'])
  t.equal(unfinished, 1)
  t.same([...goneBack], ['queued'])
})
