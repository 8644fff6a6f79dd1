import { stripVTControlCharacters } from 'node:util'
import t from 'tap'
import { parseGates } from '../../src/reports/gates.ts'
import { textReport } from '../../src/reports/text-report.ts'
import type { Paint } from '../../src/reports/text-report.ts'
import { HOSTILE_REPORT } from './hostile-report.ts'
import { cellOf, reportOf } from './report-of.ts'
import { TALLY_REPORT } from './tally-report.ts'

const GATES = parseGates(['80', 'responses=20'], ['violations', 'undelivered'])

const TEXT = `Not touched
  tally.deleteReport                                                     2 cells
  tally.addReport                                                 1 of 5 touched
    responses   400 application/problem+json · 429 application/problem+json
    values      body /kind = "yearly"
    rules       limit of 10 a minute

Violations of a contract
  tally.addReport: body.kind must be one of "daily", "yearly", but is "weekly"
  (2 times)
Requests that no operation has
  POST /report: did you mean POST /reports?

Failed checks
  ✖ report-to-ready · lifecycle_conformance · tally.getReport
    The status went from Pending to Ready.
    The lifecycle has Processing between them.
      openapi/tally.yaml:61:7

Coverage  33.3 % (3 of 9 cells, 1 ignored)
  responses   ███████░░░░░░░░░░░░░░░░░   33.3 %  2 of 6
  values      ░░░░░░░░░░░░░░░░░░░░░░░░      0 %  0 of 1
  statuses    ████████████████████████    100 %  1 of 1
  rules       ░░░░░░░░░░░░░░░░░░░░░░░░      0 %  0 of 1

✖ --fail-under 80: 33.3 % (3 of 9 cells) are touched, 80 % are needed
✔ --fail-under responses=20: 33.3 % (2 of 6 cells) are touched
✖ --fail-on violations: 1 found
✔ --fail-on undelivered: none found
✖ checks: 1 of 2 failed, 1 skipped
`

t.test('what was not touched is listed, then findings and failed checks, and at the end figures and gates', async t => {
  t.equal(textReport(TALLY_REPORT, GATES), TEXT)
})

t.test('colours change nothing but colours', async t => {
  const paint: Paint = (style, text) => `\u001b[${style.length}m${text}\u001b[0m`
  const painted = textReport(TALLY_REPORT, GATES, paint)
  t.not(painted, TEXT)
  t.equal(stripVTControlCharacters(painted), TEXT)
})

t.test('it fits 80 columns, and no name reaches the terminal as a command', async t => {
  const text = textReport(HOSTILE_REPORT, GATES)
  const isPlace = (line: string): boolean => /:\d+:1$/.test(line)
  for (const line of text.split('\n')) t.ok(line.length <= 80 || isPlace(line), line)
  t.notMatch(text, /[^\P{Cc}\n]/u)
})

t.test('long lists end with the number of what is left out', async t => {
  const cells = Array.from({ length: 60 }, (_, at) => [
    cellOf({ name: `body /colour = "${at}"`, dimension: 'values' }),
    cellOf({ name: '200', operation: `tally.read${at}`, hits: at % 2 }),
    cellOf({ name: '404', operation: `tally.read${at}` })
  ]).flat()
  const text = textReport(reportOf({ cells: [...cells, cellOf({ name: '201', hits: 1 })] }))

  t.match(text, 'body /colour = "0" · body /colour = "1"')
  t.match(text, / · and \d\d more\n/)
  t.equal([...text.matchAll(/ {2}and \d+ more, which the other formats list\n/g)].length, 2)
  for (const line of text.split('\n')) t.ok(line.length <= 80, line)
})

t.test('an empty report has no headings', async t => {
  t.equal(textReport(reportOf()), 'Nothing was counted or checked.\n')
})
