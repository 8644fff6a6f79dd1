import t from 'tap'
import { jobStatuses } from '../../src/init/job-statuses.ts'

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

t.test('a resource that is in use was made well, where no status says so', async t => {
  const table: Array<[values: string[], running: string[], success: string[]]> = [
    [['CREATING', 'ACTIVE', 'DELETING'], ['CREATING'], ['ACTIVE']],
    [['pending', 'running', 'stopped'], [], ['running']],
    [['Creating', 'Created', 'Failed'], ['Creating'], ['Created']],
    [['STATE_UNSPECIFIED', 'STATE_PENDING', 'STATE_ACTIVE', 'STATE_INACTIVE'], [], ['STATE_ACTIVE']],
    [['CREATE_IN_PROGRESS', 'CREATE_COMPLETE', 'CREATE_FAILED'], ['CREATE_IN_PROGRESS'], ['CREATE_COMPLETE']],
    [['PENDING', 'ACTIVE', 'COMPLETED'], ['ACTIVE'], ['COMPLETED']]
  ]
  for (const [values, running, success] of table) {
    const statuses = jobStatuses(values)
    t.same([statuses?.running, statuses?.success], [running, success], values.join())
  }
  for (const values of [['active', 'inactive'], ['open', 'closed'], ['draft', 'sold'], ['active']]) {
    t.equal(jobStatuses(values), undefined, values.join())
  }
})

t.test('statuses keep the order of the document where it is one in which a job passes through them', async t => {
  t.match(jobStatuses(['queued', 'downloading', 'transcoding', 'packaging', 'completed', 'failed']), {
    running: ['downloading', 'transcoding', 'packaging']
  })
  t.match(jobStatuses(['completed', 'processing', 'starting', 'queued']), { running: ['starting', 'processing'] })
})
