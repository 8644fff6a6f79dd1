import t from 'tap'
import { startAdmin } from './start-admin.ts'

t.test('operations are listed with what they can answer and what is declared of them', async t => {
  const { call } = await startAdmin(t)
  const { operations } = (await call('GET', '/operations')).json()
  t.match(operations, [
    {
      id: 'kiln.fireBatch',
      api: 'kiln',
      method: 'POST',
      path: '/batches',
      summary: 'Fire a batch',
      statuses: [
        { status: '201', examples: ['blue'], fixtures: [] },
        { status: '409', examples: [] },
        { status: '429' }
      ],
      simulation: {
        steps: ['unique', 'create', 'reply'],
        creates: 'kiln.Batch',
        finds: null,
        callbacks: []
      }
    },
    {
      id: 'kiln.readBatch',
      path: '/batches/{id}',
      simulation: { steps: ['find', 'reply'], creates: null, finds: 'kiln.Batch' }
    },
    {
      id: 'kiln.listOrders',
      summary: null,
      simulation: null
    }
  ])
})

t.test('one operation is read by its id; an unknown id names the nearest', async t => {
  const { call } = await startAdmin(t)
  t.match((await call('GET', '/operations/kiln.readBatch')).json(), {
    id: 'kiln.readBatch',
    method: 'GET'
  })
  t.match((await call('GET', '/operations/kiln.readBtch')).json(), {
    status: 404,
    code: 'STANDIN_UNKNOWN_OPERATION',
    detail: /did you mean "kiln.readBatch"/
  })
})
