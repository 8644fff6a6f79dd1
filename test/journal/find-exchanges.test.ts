import t from 'tap'
import { findExchanges } from '../../src/journal/find-exchanges.ts'
import type { ExchangeFilter, PageOptions } from '../../src/journal/find-exchanges.ts'
import type { Violation } from '../../src/schemas/violation.ts'
import { exchange } from './exchange.ts'

const VIOLATION: Violation = {
  in: 'body',
  pointer: '',
  rule: 'type',
  expected: 'be an object',
  message: 'body must be an object'
}

const JOURNAL = [
  exchange({ id: '1' }),
  exchange({
    id: '2',
    operation: 'orders.getOrder',
    method: 'GET',
    status: 200,
    source: 'generated'
  }),
  exchange({ id: '3', status: 400, source: 'refusal', requestViolations: [VIOLATION] }),
  exchange({ id: '4', operation: undefined, method: 'GET', status: 404, source: 'refusal' }),
  exchange({ id: '5', source: 'stub', responseViolations: [VIOLATION] })
]

const FILTERS: ReadonlyArray<
  readonly [filter: ExchangeFilter & PageOptions, ids: string, more: boolean]
> = [
  [{}, '1 2 3 4 5', false],
  [{ operation: 'orders.addOrder' }, '1 3 5', false],
  [{ operation: 'orders.none' }, '', false],
  [{ status: 201 }, '1 5', false],
  [{ source: 'refusal' }, '3 4', false],
  [{ method: 'get' }, '2 4', false],
  [{ violations: true }, '3 5', false],
  [{ violations: false }, '1 2 4', false],
  [{ method: 'POST', violations: true, status: 400 }, '3', false],
  [{ limit: 2 }, '4 5', true],
  [{ limit: 2, before: '4' }, '2 3', true],
  [{ limit: 2, before: '2' }, '1', false],
  [{ limit: 5 }, '1 2 3 4 5', false],
  [{ limit: 1, operation: 'orders.addOrder', before: '5' }, '3', true],
  [{ before: '1' }, '', false],
  [{ before: 'dropped' }, '', false],
  [{ after: '3' }, '4 5', false],
  [{ after: '5' }, '', false],
  [{ after: 'dropped' }, '1 2 3 4 5', false],
  [{ after: '1', limit: 2 }, '4 5', true],
  [{ after: '1', before: '4' }, '2 3', false],
  [{ after: '4', before: '2' }, '', false]
]

for (const [filter, ids, more] of FILTERS) {
  t.test(`${JSON.stringify(filter)} finds ${ids === '' ? 'nothing' : ids}`, async t => {
    const page = findExchanges(JOURNAL, filter)
    t.equal(page.exchanges.map(({ id }) => id).join(' '), ids)
    t.equal(page.more, more)
  })
}

t.test('a page has a hundred exchanges, unless more are asked for', async t => {
  const many = Array.from({ length: 150 }, (_, index) => exchange({ id: String(index) }))
  t.equal(findExchanges(many, {}).exchanges.length, 100)
  t.equal(findExchanges(many, {}).exchanges.at(-1)?.id, '149')
  t.equal(findExchanges(many, { limit: 1_000 }).exchanges.length, 150)
})
