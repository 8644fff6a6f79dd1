import { calculateSummary, isValid, parse, validate } from 'ctrf'
import t from 'tap'
import { ctrfReport } from '../../src/reports/ctrf-report.ts'
import { parseGates } from '../../src/reports/gates.ts'
import { HOSTILE_REPORT } from './hostile-report.ts'
import { cellOf, reportOf } from './report-of.ts'
import { TALLY_REPORT } from './tally-report.ts'

const GATES = parseGates(['80', 'responses=20'], ['violations'])

t.test('every report fits the schema of CTRF, whatever it is named', async t => {
  for (const report of [TALLY_REPORT, HOSTILE_REPORT, reportOf()]) {
    for (const gates of [undefined, GATES]) {
      const { errors, valid } = validate(JSON.parse(ctrfReport(report, gates)))
      t.ok(valid, JSON.stringify(errors))
    }
  }
  t.notOk(isValid({ reportFormat: 'CTRF', specVersion: '0.0.0', results: {} }), 'the schema can fail')
})

t.test('a cell is a test: passed where it was touched, else skipped', async t => {
  const { results } = JSON.parse(ctrfReport(TALLY_REPORT))
  const cells = results.tests.filter(({ suite }: { suite: string[] }) => suite[0] === 'tally')

  t.equal(cells.length, TALLY_REPORT.cells.length)
  t.match(cells.slice(0, 2), [
    {
      name: 'tally.addReport responses 201 application/json',
      status: 'passed',
      suite: ['tally', 'tally.addReport'],
      tags: ['responses'],
      filePath: 'openapi/tally.yaml',
      line: 12,
      extra: { hits: 3, tests: ['adds a report', 'waits'], operation: 'tally.addReport', column: 7 }
    },
    { status: 'skipped', message: 'not touched' }
  ])
})

t.test('the coverage of responses is where Specmatic has it, and the rest beside it', async t => {
  const { results: { extra, summary } } = JSON.parse(ctrfReport(TALLY_REPORT, GATES))
  t.equal(extra.apiCoverage, '33%')
  t.match(extra.coverage, { total: { touched: 3, total: 9 }, dimensions: { statuses: { percent: 100 } } })
  t.match(extra.gates, [{ gate: '--fail-under 80', passed: false }, { passed: true }, { passed: false }])
  t.match(summary, { tests: 19, passed: 5, failed: 4, skipped: 10, pending: 0, other: 0 })

  const cells = Array.from({ length: 200 }, (_, at) => cellOf({ name: String(at), hits: at }))
  t.match(JSON.parse(ctrfReport(reportOf({ cells }))), { results: { extra: { apiCoverage: '99%' } } })
  t.notOk('apiCoverage' in JSON.parse(ctrfReport(reportOf())).results.extra)
})

t.test('the summary is that which the makers of CTRF calculate', async t => {
  for (const report of [TALLY_REPORT, HOSTILE_REPORT]) {
    const { results } = parse(ctrfReport(report, GATES))
    const { failed, other, passed, pending, skipped, tests } = calculateSummary(results.tests)
    t.match(results.summary, { failed, other, passed, pending, skipped, tests })
  }
})
