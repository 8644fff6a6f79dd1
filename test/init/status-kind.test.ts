import t from 'tap'
import { statusKind } from '../../src/init/status-kind.ts'

t.test('a status is told by its word, in any case and punctuation', async t => {
  const table: Array<[string, string | undefined]> = [
    ['pending', 'waiting'], ['PENDING', 'waiting'], ['NotStarted', 'waiting'], ['STATUS_QUEUED', 'waiting'],
    ['in_progress', 'running'], ['In Progress', 'running'], ['IN-PROGRESS', 'running'], ['Processing', 'running'],
    ['succeeded', 'success'], ['Completed', 'success'], ['JobSucceeded', 'success'], ['done', 'success'],
    ['failed', 'failure'], ['ERROR', 'failure'], ['timed_out', 'failure'],
    ['cancelled', 'cancelled'], ['canceled', 'cancelled'], ['Expired', 'expired'],
    ['CREATE_IN_PROGRESS', 'running'], ['CREATE_COMPLETE', 'success'], ['CREATE_FAILED', 'failure'],
    ['UPDATE_IN_PROGRESS', undefined], ['DELETE_FAILED', undefined], ['ROLLBACK_COMPLETE', undefined],
    ['CREATING', 'running'], ['Verifying', 'running'], ['PENDING_REVIEW', 'waiting'], ['ValidationError', 'failure'],
    ['StartingImportModuleRunbook', 'running'], ['LINE_ITEM_STATE_ACTIVE', 'running'], ['DELETING', undefined],
    ['missing', undefined], ['not_run', undefined], ['INACTIVE', undefined], ['STATE_UNSPECIFIED', undefined],
    ['sold', undefined], ['', undefined], ['7', undefined]
  ]
  for (const [word, kind] of table) t.equal(statusKind(word)?.kind, kind, word)
})
