import { formatInstant } from '../worlds/clock.ts'
import { judgeReport } from './gates.ts'
import type { Gates } from './gates.ts'
import { oneLine, printable } from './printable.ts'
import { listCases } from './report-cases.ts'
import type { ReportCase } from './report-cases.ts'
import { shareOf, summarize } from './summary.ts'
import type { TestReport } from './test-report.ts'

/**
 * Writes a report as CTRF, the Common Test Report Format (ctrf.io, schema 0.0): a test for each cell, finding, check
 * and gate. What was not touched is skipped. As in reports of Specmatic, `results.extra.apiCoverage` is the percentage
 * of the responses that were touched.
 */
export function ctrfReport (report: TestReport, gates?: Gates): string {
  const { start, stop, tool } = report
  const cases = listCases(report, gates)
  const count = (status: string): number => cases.filter(testCase => testCase.status === status).length
  const document = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: formatInstant(stop),
    generatedBy: 'standin',
    results: {
      tool,
      summary: {
        tests: cases.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: 0,
        start: Math.round(start),
        stop: Math.round(stop)
      },
      tests: cases.map(toTest),
      extra: { ...apiCoverage(report), coverage: summarize(report), gates: judgeReport(report, gates) }
    }
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

function toTest (testCase: ReportCase): object {
  const { details, group, message, name, place, status, suite, tag, tookMs } = testCase
  return {
    // The schema allows no empty name.
    name: oneLine(group === suite ? name : `${group} ${name}`) || '-',
    status,
    duration: Math.round(tookMs),
    suite: suiteOf(testCase),
    ...message !== undefined && { message: printable(message) },
    tags: [tag],
    ...place !== undefined && { filePath: place.file, line: place.line },
    extra: { ...details, ...place !== undefined && { column: place.column } }
  }
}

/** Returns the path to a test: the contract and the operation, or one of both. */
function suiteOf ({ group, suite }: ReportCase): string[] {
  return [...new Set([suite, group])].map(printable)
}

function apiCoverage ({ cells }: TestReport): object {
  const { percent } = shareOf(cells.filter(({ dimension }) => dimension === 'responses'))
  return percent === null ? {} : { apiCoverage: `${Math.floor(percent)}%` }
}
