import t from 'tap'
import { parseGates } from '../../src/reports/gates.ts'
import { jsonReport } from '../../src/reports/json-report.ts'
import { parseReport } from '../../src/reports/parse-report.ts'
import { HOSTILE_REPORT } from './hostile-report.ts'
import { reportOf } from './report-of.ts'
import { TALLY_REPORT } from './tally-report.ts'

t.test('a report that was written is read again, without its figures', async t => {
  for (const report of [TALLY_REPORT, HOSTILE_REPORT, reportOf()]) {
    t.same(parseReport(jsonReport(report, parseGates(['80'], ['all'])), 'report.json'), report)
  }
})

t.test('the figures and the results of the gates stand beside it', async t => {
  t.match(JSON.parse(jsonReport(TALLY_REPORT, parseGates(['80'], []))), {
    version: 1,
    summary: { total: { touched: 3, total: 9, ignored: 1, percent: 33.3 }, dimensions: { rules: { percent: 0 } } },
    gates: [{ gate: '--fail-under 80', passed: false }, { gate: 'checks', passed: false }]
  })
})
