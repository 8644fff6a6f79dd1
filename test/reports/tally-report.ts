import type { TestReport } from '../../src/reports/test-report.ts'
import { cellOf, checkOf, findingOf, reportOf } from './report-of.ts'

/** The place of what a test shows, in `openapi/tally.yaml`. */
function placeAt (line: number) {
  return { file: 'openapi/tally.yaml', line, column: 7 }
}

/** A report with all that there can be: touched, missed and ignored cells, findings, and checks of each result. */
export const TALLY_REPORT: TestReport = reportOf({
  cells: [
    cellOf({ name: '201 application/json', hits: 3, tests: ['adds a report', 'waits'], place: placeAt(12) }),
    cellOf({ name: '400 application/problem+json', place: placeAt(18) }),
    cellOf({ name: '429 application/problem+json', place: placeAt(24) }),
    cellOf({ name: 'body /kind = "yearly"', dimension: 'values', place: placeAt(40) }),
    cellOf({ name: 'limit of 10 a minute', dimension: 'rules', place: placeAt(52) }),
    cellOf({ name: '500', ignored: 'the gateway answers it', place: placeAt(30) }),
    cellOf({ name: '200 application/json', operation: 'tally.getReport', hits: 1, place: placeAt(60) }),
    cellOf({ name: 'Report Ready', operation: 'tally.getReport', dimension: 'statuses', hits: 1 }),
    cellOf({ name: '204', operation: 'tally.deleteReport', place: placeAt(70) }),
    cellOf({ name: '404', operation: 'tally.deleteReport', place: placeAt(74) })
  ],
  findings: [
    findingOf({ message: 'tally.addReport: body.kind must be one of "daily", "yearly", but is "weekly"', count: 2 }),
    findingOf({ message: 'GET /favicon.ico', kind: 'unmatched', ignored: 'browsers ask for it' }),
    findingOf({ message: 'POST /report: did you mean POST /reports?', kind: 'unmatched', tests: ['adds a report'] })
  ],
  checks: [
    checkOf({ name: 'add', operation: 'tally.addReport' }),
    checkOf({
      name: 'lifecycle_conformance',
      operation: 'tally.getReport',
      result: 'failed',
      message: 'The status went from Pending to Ready.\nThe lifecycle has Processing between them.',
      place: placeAt(61)
    }),
    checkOf({ name: 'download', result: 'skipped', message: 'the step before failed' })
  ]
})
