import { whyFailed } from '../journeys/why-failed.ts'
import { githubAnnotations } from '../reports/github-annotations.ts'
import { REPORT_FORMATS } from '../reports/report-formats.ts'
import type { ReportFormat } from '../reports/report-formats.ts'
import type { TestReport } from '../reports/test-report.ts'
import { servedOptions } from '../verify/served-options.ts'
import { sortFiles } from '../verify/sort-files.ts'
import { verifyJourneys } from '../verify/verify-journeys.ts'
import { verifySummary, workflowText } from '../verify/verify-text.ts'
import type { VerifyCommand, VerifyFormat } from './parse-verify.ts'

type Print = (text: string) => void

/**
 * Runs `standin verify`. Returns the exit code: 0 where all journeys passed, 1 where one failed, 2 where there are
 * none. Rejects where they cannot be run.
 */
export async function runVerify (command: VerifyCommand, print: Print): Promise<number> {
  if (command.write !== undefined) return await write(command, command.write, print)
  const isText = command.format === 'text'
  const { report, results, tookMs } = await verifyJourneys(command, result => {
    if (isText) print(workflowText(result))
  })
  print(isText ? verifySummary(results, tookMs) : writeReport(report, command.format).trimEnd())
  // A document without operations leaves nothing to run.
  if (results.length === 0) return 2
  return results.some(({ status }) => status === 'failed') ? 1 : 0
}

async function write ({ files, force, options }: VerifyCommand, folder: string, print: Print): Promise<number> {
  const { writeJourneys } = await import('../authoring/write-journeys.ts')
  const { documents } = await sortFiles(files, options.allowRemoteRefs)
  const written = await writeJourneys({ folder, force, options: servedOptions(documents, options) })
  for (const { file, leftOut, workflows } of written) {
    print(`${file}: ${workflows} ${workflows === 1 ? 'journey' : 'journeys'}`)
    for (const result of leftOut) print(`  left out ${result.workflow.id}: ${whyFailed(result)}`)
  }
  return written.some(({ workflows }) => workflows > 0) ? 0 : 1
}

/** Writes a report in a format. */
export function writeReport (report: TestReport, format: VerifyFormat): string {
  if (format === 'github') return githubAnnotations(report)
  const { write }: ReportFormat = REPORT_FORMATS[format]
  return write(report)
}
