import t from 'tap'
import { mergeReports } from '../../src/reports/merge-reports.ts'
import { MAX_TESTS } from '../../src/reports/test-report.ts'
import { cellOf, checkOf, findingOf, reportOf } from './report-of.ts'

t.test('cells and findings of the same id add up, in the order in which they come', async t => {
  const one = reportOf({
    cells: [cellOf({ name: '201', hits: 2, tests: ['adds'] }), cellOf({ name: '429' })],
    findings: [findingOf({ message: 'a', count: 2, tests: ['adds'] })],
    checks: [checkOf({ name: 'add' })]
  })
  const other = reportOf({
    start: one.start - 5,
    stop: one.stop + 5,
    cells: [cellOf({ name: '400', hits: 1 }), cellOf({ name: '201', hits: 3, tests: ['adds', 'polls'] })],
    findings: [findingOf({ message: 'b' }), findingOf({ message: 'a', tests: ['polls'] })],
    checks: [checkOf({ name: 'add' })]
  })

  t.same(mergeReports(one, other), {
    ...one,
    start: other.start,
    stop: other.stop,
    cells: [
      cellOf({ name: '201', hits: 5, tests: ['adds', 'polls'] }),
      cellOf({ name: '429' }),
      cellOf({ name: '400', hits: 1 })
    ],
    findings: [findingOf({ message: 'a', count: 3, tests: ['adds', 'polls'] }), findingOf({ message: 'b' })],
    checks: [checkOf({ name: 'add' }), checkOf({ name: 'add' })]
  })
})

t.test('a place and a reason to ignore are taken from the report that has them', async t => {
  const place = { file: 'tally.yaml', line: 3, column: 5 }
  const one = reportOf({ cells: [cellOf({ name: '201' })] })
  const other = reportOf({ cells: [cellOf({ name: '201', place, ignored: 'old' })] })
  t.match(mergeReports(one, other).cells, [{ place, ignored: 'old' }])
  t.match(mergeReports(other, one).cells, [{ place, ignored: 'old' }])
})

t.test('a merged cell names no more tests than any other', async t => {
  const [one = [], other = []] = ['a', 'b'].map(letter => Array.from({ length: 15 }, (_, at) => `${letter}${at}`))
  const reports = [one, other].map(tests => reportOf({ cells: [cellOf({ name: '201', hits: 15, tests })] }))
  const { cells: [cell] } = mergeReports(...reports as [ReturnType<typeof reportOf>])
  t.equal(cell?.hits, 30)
  t.equal(cell?.tests.length, MAX_TESTS)
})

t.test('one report stays as it is', async t => {
  const report = reportOf({ cells: [cellOf({ name: '201' })] })
  t.same(mergeReports(report), report)
})
