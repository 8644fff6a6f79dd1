import t from 'tap'
import type { Operation, ResponseDefinition } from '../../src/contract/contract.ts'
import { statusOf, successResponse } from '../../src/contract/success-response.ts'

const CHOICES: ReadonlyArray<readonly [statuses: readonly string[], chosen: string, status: number]> = [
  [['200', '202', '400', 'default'], '200', 200],
  [['400', '204', '202', '2XX'], '202', 202],
  [['400', '2XX', 'default'], '2XX', 200],
  [['400', 'default'], 'default', 200],
  [['302', '404'], '302', 302],
  [['4XX'], '4XX', 400]
]

for (const [statuses, chosen, status] of CHOICES) {
  t.test(`of ${statuses.join(', ')}, ${chosen} is the best success, given as ${status}`, async t => {
    const responses: ResponseDefinition[] = statuses.map(status => ({
      status,
      description: '',
      pointer: '',
      headers: [],
      content: []
    }))
    const success = successResponse({ responses } as Partial<Operation> as Operation)  // it looks at nothing else
    t.equal(success?.status, chosen)
    t.equal(success && statusOf(success), status)
  })
}

t.test('where nothing is documented, there is no best success', async t => {
  t.equal(successResponse({ responses: [] as ResponseDefinition[] } as Partial<Operation> as Operation), undefined)
})
