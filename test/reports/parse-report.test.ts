import t from 'tap'
import { parseReport } from '../../src/reports/parse-report.ts'
import { TALLY_REPORT } from './tally-report.ts'

/** Texts that are no report, each with the part of the message that tells why. */
const TABLE: ReadonlyArray<readonly [why: string, text: string]> = [
  ['JSON', ''],
  ['JSON', '<testsuites/>'],
  ['must be an object', '[]'],
  ['must be an object', 'null'],
  ['its version must be 1, but is missing', '{}'],
  ['its version must be 1, but is 2', JSON.stringify({ ...TALLY_REPORT, version: 2 })],
  ['"version" of its "tool"', JSON.stringify({ ...TALLY_REPORT, tool: 'standin' })],
  ['"start" and "stop"', JSON.stringify({ ...TALLY_REPORT, start: '2026' })],
  ['"cells" must be a list', JSON.stringify({ ...TALLY_REPORT, cells: {} })],
  ['cells/0 must be an object', JSON.stringify({ ...TALLY_REPORT, cells: [1] })],
  ['cells/1/hits cannot be -1', withCell({ hits: -1 })],
  ['cells/1/hits cannot be "1"', withCell({ hits: '1' })],
  ['cells/1/dimension cannot be "constructor"', withCell({ dimension: 'constructor' })],
  ['cells/1/id cannot be missing', withCell({ id: undefined })],
  ['cells/1/tests cannot be [1]', withCell({ tests: [1] })],
  ['cells/1/place cannot be {"file":"a.yaml"}', withCell({ place: { file: 'a.yaml' } })],
  ['findings/0/kind cannot be "checks"', JSON.stringify({
    ...TALLY_REPORT,
    findings: [{ ...TALLY_REPORT.findings[0], kind: 'checks' }]
  })],
  ['checks/0/result cannot be "ok"', JSON.stringify({
    ...TALLY_REPORT,
    checks: [{ ...TALLY_REPORT.checks[0], result: 'ok' }]
  })]
]

function withCell (members: Readonly<Record<string, unknown>>): string {
  const [first, second, ...rest] = TALLY_REPORT.cells
  return JSON.stringify({ ...TALLY_REPORT, cells: [first, { ...second, ...members }, ...rest] })
}

t.test('what is no report is refused, with the reason and its place', async t => {
  for (const [why, text] of TABLE) {
    t.throws(() => parseReport(text, 'run.json'), { code: 'STANDIN_INVALID_REPORT', message: /^run\.json is not/ })
    t.throws(() => parseReport(text, 'run.json'), { message: why })
  }
})

t.test('members that are not known are left out', async t => {
  t.same(parseReport(JSON.stringify({ ...TALLY_REPORT, summary: {}, note: 'mine' }), 'run.json'), TALLY_REPORT)
})
