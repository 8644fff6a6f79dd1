import { formatProblem } from '../documents/problem.ts'
import { readDocument } from '../documents/read-document.ts'
import { readFile } from '../documents/read-file.ts'
import { describeFailure, shownPath } from '../documents/shown-path.ts'
import { InvalidReport } from '../errors.ts'
import { judgeReport } from '../reports/gates.ts'
import { githubAnnotations } from '../reports/github-annotations.ts'
import { applyIgnoreList, parseIgnoreList } from '../reports/ignore-list.ts'
import { markdownReport } from '../reports/markdown-report.ts'
import { REPORT_FORMATS } from '../reports/report-formats.ts'
import type { TestReport } from '../reports/test-report.ts'
import { textReport } from '../reports/text-report.ts'
import type { Paint } from '../reports/text-report.ts'
import { writeReportFile, writeReportFolder } from '../reports/write-report-files.ts'
import type { Environment } from './list-settings.ts'
import type { ReportOutput } from './report-options.ts'
import { pathInWorkspace, writeSummary } from './write-summary.ts'

/** The parts of the process that a report uses. */
export interface ReportContext {
  /** Prints a text as it is, on standard output. */
  readonly print: (text: string) => void
  /** Prints a line on standard error. */
  readonly warn: (line: string) => void
  readonly paint: Paint
  /**
   * Writes the report as text where it is printed.
   * @default all of it
   */
  readonly writeText?: typeof textReport
  readonly env: Environment
}

/**
 * Prints or writes a report as options say. Returns whether it passes its gates and all its checks. Rejects with
 * `InvalidReport` or `ReportNotWritten`.
 */
export async function outputReport (
  report: TestReport,
  options: ReportOutput,
  context: ReportContext
): Promise<boolean> {
  const { gates, github, ignore } = options
  const counted = ignore === undefined ? report : await withIgnores(report, ignore, context)
  const results = judgeReport(counted, gates)
  const isText = await writeFormats(counted, options, context)
  if (github) await writeForGithub(counted, options, context)
  // Who reads the log of a job sees why it failed, whatever else is written.
  const failed = results.filter(({ passed }) => !passed)
  if (!isText) for (const { gate, message } of failed) context.warn(`${gate}: ${message}`)
  return failed.length === 0
}

/** Writes the formats that are files. Returns whether the text was printed. */
async function writeFormats (report: TestReport, options: ReportOutput, context: ReportContext): Promise<boolean> {
  const { formats, gates, isFolder, output } = options
  const [first] = formats
  if (first === undefined) return false
  if (output === undefined) {
    const isText = first === 'text'
    const { paint, print, writeText = textReport } = context
    print(isText ? writeText(report, gates, paint) : REPORT_FORMATS[first].write(report, gates))
    return isText
  }
  if (isFolder) await writeReportFolder(output, report, { formats, gates })
  else await writeReportFile(output, REPORT_FORMATS[first].write(report, gates))
  return false
}

/** Prints annotations, and adds to the summary of the job's step. */
async function writeForGithub (report: TestReport, { gates }: ReportOutput, context: ReportContext): Promise<void> {
  context.print(githubAnnotations(report, gates, pathInWorkspace(context)))
  await writeSummary(context, room => markdownReport(report, gates, room))
}

async function withIgnores (report: TestReport, path: string, { warn }: ReportContext): Promise<TestReport> {
  const file = shownPath(path)
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new InvalidReport(`${file} cannot be read: ${describeFailure(error)}`)
  })
  const reading = readDocument(bytes.toString(), file)
  if (reading.kind !== 'value') {
    const lines = reading.problems.map(problem => formatProblem({ file, ...problem }))
    throw new InvalidReport(lines.join('\n'))
  }
  const { report: marked, unused } = applyIgnoreList(report, parseIgnoreList(reading.value, file))
  for (const { ignore } of unused) warn(`${file}: "${ignore}" ignores nothing of this report`)
  return marked
}
