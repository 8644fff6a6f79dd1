import t from 'tap'
import { jobStatuses, lifecyclesOf, statusKind } from '../../src/init/status-kind.ts'

t.test('a status is told by its word, in any case and punctuation', async t => {
  const table: Array<[string, string | undefined]> = [
    ['pending', 'waiting'], ['PENDING', 'waiting'], ['NotStarted', 'waiting'], ['STATUS_QUEUED', 'waiting'],
    ['in_progress', 'running'], ['In Progress', 'running'], ['IN-PROGRESS', 'running'], ['Processing', 'running'],
    ['succeeded', 'success'], ['Completed', 'success'], ['JobSucceeded', 'success'], ['done', 'success'],
    ['failed', 'failure'], ['ERROR', 'failure'], ['timed_out', 'failure'],
    ['cancelled', 'cancelled'], ['canceled', 'cancelled'], ['Expired', 'expired'],
    ['sold', undefined], ['', undefined], ['7', undefined]
  ]
  for (const [word, kind] of table) t.equal(statusKind(word)?.kind, kind, word)
})

t.test('values are those of a job where it begins somewhere and ends well', async t => {
  t.match(jobStatuses(['failed', 'running', 'queued', 'succeeded']), {
    waiting: ['queued'],
    running: ['running'],
    success: ['succeeded'],
    failure: ['failed']
  })
  t.equal(jobStatuses(['available', 'sold']), undefined)
  t.equal(jobStatuses(['pending', 'rejected']), undefined)
  t.equal(jobStatuses([]), undefined)
  t.equal(jobStatuses([1, null, 'done']), undefined)
})

t.test('the statuses are in the order in which a job comes to them, whatever the order in the document', async t => {
  const statuses = jobStatuses([
    'expired',
    'completed',
    'finalizing',
    'in_progress',
    'validating',
    'failed',
    'cancelled',
    'on_hold'
  ])
  t.ok(statuses)
  t.same(statuses && lifecyclesOf(statuses), {
    success: [{ validating: 'PT5S' }, { in_progress: 'PT5S' }, { finalizing: 'PT5S' }, { completed: 'P7D' }, 'expired'],
    failure: [{ validating: 'PT5S' }, { in_progress: 'PT5S' }, { finalizing: 'PT5S' }, 'failed'],
    cancelled: [{ validating: 'PT2S' }, 'cancelled']
  })
  t.same(statuses?.unknown, ['on_hold'])
})

t.test('each of several ends has a way of its own', async t => {
  const statuses = jobStatuses(['Pending', 'Success', 'Failed', 'TimedOut'])
  t.same(statuses && lifecyclesOf(statuses), {
    success: [{ Pending: 'PT2S' }, 'Success'],
    failure: [{ Pending: 'PT2S' }, 'Failed'],
    TimedOut: [{ Pending: 'PT2S' }, 'TimedOut']
  })
})
