import t from 'tap'
import { summarize } from '../../src/reports/summary.ts'
import { cellOf, checkOf, findingOf, reportOf } from './report-of.ts'

t.test('cells are counted in all, by dimension and by operation', async t => {
  const { dimensions, operations, total } = summarize(reportOf({
    cells: [
      cellOf({ name: '201', hits: 3 }),
      cellOf({ name: '429' }),
      cellOf({ name: 'Ready', dimension: 'statuses', hits: 1 }),
      { ...cellOf({ name: 'done', dimension: 'callbacks' }), operation: undefined }
    ].map(({ operation, ...cell }) => ({ ...cell, ...operation !== undefined && { operation } }))
  }))

  t.same(total, { touched: 2, total: 4, ignored: 0, percent: 50 })
  t.same(dimensions, {
    responses: { touched: 1, total: 2, ignored: 0, percent: 50 },
    callbacks: { touched: 0, total: 1, ignored: 0, percent: 0 },
    statuses: { touched: 1, total: 1, ignored: 0, percent: 100 }
  })
  t.same(Object.keys(dimensions), ['responses', 'callbacks', 'statuses'], 'in the order of the dimensions')
  t.same(operations, [
    { api: 'tally', operation: 'tally.addReport', touched: 2, total: 3, ignored: 0, percent: 66.6 },
    { api: 'tally', touched: 0, total: 1, ignored: 0, percent: 0 }
  ])
})

t.test('an ignored cell counts neither as touched nor as missed', async t => {
  const cells = [cellOf({ name: '201', hits: 1, ignored: 'old' }), cellOf({ name: '429' })]
  t.same(summarize(reportOf({ cells })).total, { touched: 0, total: 1, ignored: 1, percent: 0 })
  t.same(summarize(reportOf({ cells: cells.slice(0, 1) })).total, { touched: 0, total: 0, ignored: 1, percent: null })
})

t.test('100 % are all cells', async t => {
  const cells = Array.from({ length: 2_000 }, (_, at) => cellOf({ name: String(at), hits: at }))
  t.equal(summarize(reportOf({ cells })).total.percent, 99.9)
  t.equal(summarize(reportOf({ cells: cells.slice(1) })).total.percent, 100)
  t.equal(summarize(reportOf()).total.percent, null)
})

t.test('findings are counted as often as they came, and checks by their results', async t => {
  const { checks, findings } = summarize(reportOf({
    findings: [
      findingOf({ message: 'a', count: 2 }),
      findingOf({ message: 'b', count: 3 }),
      findingOf({ message: 'c', kind: 'unmatched', ignored: 'browsers ask for it' })
    ],
    checks: [checkOf({ name: 'add' }), checkOf({ name: 'poll', result: 'failed' })]
  }))

  t.same(findings, { violations: 5, undocumented: 0, unmatched: 0, 'unused-stubs': 0, undelivered: 0 })
  t.same(checks, { passed: 1, failed: 1, skipped: 0 })
})
