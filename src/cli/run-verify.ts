import { githubAnnotations } from '../reports/github-annotations.ts'
import { REPORT_FORMATS } from '../reports/report-formats.ts'
import type { ReportFormat } from '../reports/report-formats.ts'
import type { TestReport } from '../reports/test-report.ts'
import { verifyJourneys } from '../verify/verify-journeys.ts'
import { verifySummary, workflowText } from '../verify/verify-text.ts'
import type { VerifyCommand, VerifyFormat } from './parse-verify.ts'

/**
 * Runs `standin verify`. Returns the exit code: 0 where all journeys passed, 1 where one failed. Rejects where none can
 * be run.
 */
export async function runVerify (command: VerifyCommand, print: (text: string) => void): Promise<number> {
  const isText = command.format === 'text'
  const { report, results, tookMs } = await verifyJourneys(command, result => {
    if (isText) print(workflowText(result))
  })
  print(isText ? verifySummary(results, tookMs) : writeReport(report, command.format).trimEnd())
  return results.some(({ status }) => status === 'failed') ? 1 : 0
}

function writeReport (report: TestReport, format: VerifyFormat): string {
  if (format === 'github') return githubAnnotations(report)
  const { write }: ReportFormat = REPORT_FORMATS[format]
  return write(report)
}
