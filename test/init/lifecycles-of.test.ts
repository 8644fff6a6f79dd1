import t from 'tap'
import { jobStatuses } from '../../src/init/job-statuses.ts'
import { lifecyclesOf } from '../../src/init/lifecycles-of.ts'

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
    cancelled: [{ validating: 'PT2S' }, 'cancelled'],
    on_hold: [{ validating: 'PT5S' }, { in_progress: 'PT5S' }, { finalizing: 'PT5S' }, 'on_hold']
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

t.test('every status can be reached, except one that stands for none', async t => {
  const values = [
    'X_UNSPECIFIED', 'CREATING', 'ACTIVE', 'UPDATING', 'FAILED', 'EXPIRED', 'OUTDATED', 'DELETING', 'FROZEN'
  ]
  const statuses = jobStatuses(values)
  const reached = new Set(Object.values(statuses === undefined ? {} : lifecyclesOf(statuses)).flat()
    .map(step => typeof step === 'string' ? step : Object.keys(step)[0]))
  t.same(values.filter(value => !reached.has(value)), ['X_UNSPECIFIED'])
})
