import t from 'tap'
import { judgeReport, parseGates } from '../../src/reports/gates.ts'
import { cellOf, checkOf, findingOf, reportOf } from './report-of.ts'

const REPORT = reportOf({
  cells: [
    cellOf({ name: '201', hits: 1 }),
    cellOf({ name: '400', hits: 1 }),
    cellOf({ name: '429' }),
    cellOf({ name: 'Ready', dimension: 'statuses', hits: 1 })
  ],
  findings: [findingOf({ message: 'a' }), findingOf({ message: 'b', kind: 'unmatched', ignored: 'known' })]
})

/** The gates that the report does not pass. */
function failedOf (failUnder: string[], failOn: string[] = [], report = REPORT): string[] {
  return judgeReport(report, parseGates(failUnder, failOn)).filter(({ passed }) => !passed).map(({ gate }) => gate)
}

t.test('percentages are needed of all cells, or of a dimension', async t => {
  t.same(failedOf(['75']), [])
  t.same(failedOf(['75.1']), ['--fail-under 75.1'])
  t.same(failedOf(['responses=66,statuses=100']), [])
  t.same(failedOf(['50', 'responses=67']), ['--fail-under responses=67'])
  t.same(failedOf(['80 %, statuses=100']), ['--fail-under 80'])
  t.same(failedOf(['total=80']), ['--fail-under 80'])
})

t.test('a gate is held to the exact share, not to the percentage that is shown', async t => {
  const cells = [cellOf({ name: '1', hits: 1 }), cellOf({ name: '2', hits: 1 }), cellOf({ name: '3' })]
  t.same(failedOf(['66.66'], [], reportOf({ cells })), [])
  t.same(failedOf(['66.67'], [], reportOf({ cells })), ['--fail-under 66.67'])
})

t.test('a dimension without cells fails, as nothing was measured; one whose cells are all ignored passes', async t => {
  t.same(failedOf(['ways=1']), ['--fail-under ways=1'])
  t.same(failedOf(['80'], [], reportOf()), ['--fail-under 80'])
  t.same(failedOf(['0,ways=0'], [], reportOf()), [])
  t.same(failedOf(['100'], [], reportOf({ cells: [cellOf({ name: '201', ignored: 'old' })] })), [])
})

t.test('kinds of findings fail; ignored ones do not', async t => {
  t.same(failedOf([], ['violations,unmatched']), ['--fail-on violations'])
  t.same(failedOf([], ['undocumented', 'unused-stubs']), [])
  t.same(failedOf([], ['all']), ['--fail-on violations'])
})

t.test('a failed check always fails', async t => {
  t.same(failedOf([], [], reportOf({ checks: [checkOf({ name: 'add', result: 'skipped' })] })), [])
  t.same(failedOf([], [], reportOf({ checks: [checkOf({ name: 'add', result: 'failed' })] })), ['checks'])
})

t.test('values that mean nothing are refused', async t => {
  for (const value of ['', 'much', '101', '-1', '8 0', 'respones=90', 'responses', 'responses=', '80,', '1e2', '=80']) {
    t.throws(() => parseGates([value], []), { code: 'STANDIN_INVALID_OPTION', message: /--fail-under/ }, value)
  }
  for (const value of ['', 'violation', 'all,', 'constructor']) {
    t.throws(() => parseGates([], [value]), { code: 'STANDIN_INVALID_OPTION', message: /--fail-on/ }, value)
  }
})
