import { judgeReport } from './gates.ts'
import type { Gates } from './gates.ts'
import { summarize } from './summary.ts'
import type { TestReport } from './test-report.ts'

/** Writes a report as JSON, with its figures and the results of its gates; `standin report` reads it again. */
export function jsonReport (report: TestReport, gates?: Gates): string {
  const written = { ...report, summary: summarize(report), gates: judgeReport(report, gates) }
  return `${JSON.stringify(written, undefined, 2)}\n`
}
