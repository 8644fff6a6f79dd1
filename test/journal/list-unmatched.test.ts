import t from 'tap'
import { listUnmatched } from '../../src/journal/list-unmatched.ts'
import { kiln } from '../simulation/kiln.ts'
import { exchange } from './exchange.ts'

t.test('only what found no operation is listed, with the nearest ones and why', async t => {
  const { operations } = kiln().contract
  const unmatched = listUnmatched(
    [
      exchange({ id: '1', operation: 'kiln.fireBatch' }),
      exchange({
        id: '2',
        operation: undefined,
        method: 'PATCH',
        url: '/batches/7?token=abc',
        status: 405
      }),
      exchange({ id: '3', operation: undefined, method: 'GET', url: '/nothing', status: 404 })
    ],
    operations,
    'checkout'
  )

  t.match(unmatched, [
    { id: '2', world: 'checkout', request: { url: '/batches/7?token=***' } },
    { id: '3', nearest: [] }
  ])
  t.equal(unmatched.length, 2)
  t.strictSame(unmatched[0]?.nearest[0], {
    operation: 'kiln.readBatch',
    method: 'GET',
    path: '/batches/{id}',
    why: 'the method is PATCH, not GET'
  })
})
