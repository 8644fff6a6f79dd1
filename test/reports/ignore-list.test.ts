import t from 'tap'
import { applyIgnoreList, parseIgnoreList } from '../../src/reports/ignore-list.ts'
import { cellOf, findingOf, reportOf } from './report-of.ts'

const REPORT = reportOf({
  cells: [
    cellOf({ name: '201' }),
    cellOf({ name: '500 application/json' }),
    cellOf({ name: '503' }),
    cellOf({ name: '500', operation: 'tally.getReport', id: 'tally.getReport responses 500 - -' })
  ],
  findings: [findingOf({ message: 'GET /favicon.ico', kind: 'unmatched' }), findingOf({ message: 'a * b' })]
})

/** The names of what a pattern ignores. */
function ignoredBy (ignore: string): string[] {
  const { report, unused } = applyIgnoreList(REPORT, [{ ignore, reason: 'why' }])
  const cells = report.cells.filter(({ ignored }) => ignored === 'why').map(({ name }) => name)
  const findings = report.findings.filter(({ ignored }) => ignored === 'why').map(({ message }) => message)
  t.equal(unused.length, cells.length + findings.length === 0 ? 1 : 0)
  return [...cells, ...findings]
}

t.test('cells and findings are named as reports show them or by id; * stands for any characters', async t => {
  t.same(ignoredBy('tally.addReport responses 201'), ['201'])
  t.same(ignoredBy('tally.addReport responses 5*'), ['500 application/json', '503'])
  t.same(ignoredBy('tally.* responses 50*'), ['500 application/json', '503', '500'])
  t.same(ignoredBy('* 500 *json'), ['500 application/json'])
  t.same(ignoredBy('tally.getReport responses 500 - -'), ['500'])
  t.same(ignoredBy('unmatched GET /favicon.ico'), ['GET /favicon.ico'])
  t.same(ignoredBy('violations a * b'), ['a * b'])
  t.equal(ignoredBy('*').length, 6)
})

t.test('nothing else has a meaning, and a part is not enough', async t => {
  for (const ignore of ['tally.addReport', 'responses 201', 'tally.addReport responses 20.', 'tally.*report*', '2*1']) {
    t.same(ignoredBy(ignore), [], ignore)
  }
})

t.test('a pattern of many stars takes no time', async t => {
  const cells = [cellOf({ name: 'a'.repeat(20_000) })]
  const { unused } = applyIgnoreList(reportOf({ cells }), [{ ignore: `${'*a'.repeat(5_000)}*b`, reason: 'why' }])
  t.equal(unused.length, 1)
})

t.test('the first item that matches gives the reason, and what matches nothing is told', async t => {
  const list = [
    { ignore: 'tally.addReport responses 5*', reason: 'first' },
    { ignore: '*503', reason: 'second' },
    { ignore: 'talley.*', reason: 'third' }
  ]
  const { report, unused } = applyIgnoreList(REPORT, list)
  t.same(report.cells.map(({ ignored }) => ignored), [undefined, 'first', 'first', undefined])
  t.same(unused, list.slice(1))
})

t.test('a list without reasons is refused', async t => {
  t.same(parseIgnoreList({}, 'ignore.yaml'), [])
  t.same(parseIgnoreList({ 'a *': 'why' }, 'ignore.yaml'), [{ ignore: 'a *', reason: 'why' }])
  for (const value of [undefined, null, [], ['a'], 'a', 1]) {
    t.throws(() => parseIgnoreList(value, 'ignore.yaml'), {
      code: 'STANDIN_INVALID_REPORT',
      message: /^ignore\.yaml must have a reason for each/
    })
  }
  for (const reason of ['', ' ', null, true, 1, {}, []]) {
    t.throws(() => parseIgnoreList({ b: 'why', 'a *': reason }, 'ignore.yaml'), {
      code: 'STANDIN_INVALID_REPORT',
      message: 'ignore.yaml must say as a text why "a *" is ignored'
    })
  }
})
