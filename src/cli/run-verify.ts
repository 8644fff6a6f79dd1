import { whyFailed } from '../journeys/why-failed.ts'
import { servedOptions } from '../verify/served-options.ts'
import { sortFiles } from '../verify/sort-files.ts'
import { verifyJourneys } from '../verify/verify-journeys.ts'
import { verifySummary, workflowText } from '../verify/verify-text.ts'
import { outputReport } from './output-report.ts'
import type { ReportContext } from './output-report.ts'
import type { VerifyCommand } from './parse-verify.ts'
import { verifyFigures } from './verify-figures.ts'

/**
 * Runs `standin verify`. Returns the exit code: 0 where all journeys and gates passed, 1 where one failed, 2 where
 * there are no journeys. Rejects where they cannot be run, or the report cannot be written.
 */
export async function runVerify (command: VerifyCommand, context: ReportContext): Promise<number> {
  if (command.write !== undefined) return await write(command, command.write, context)
  const tell = tellTo(command, context)
  const { report, results, tookMs } = await verifyJourneys(command, result => tell(workflowText(result)))
  tell(verifySummary(results, tookMs))
  const isGood = await outputReport(report, command.output, { ...context, writeText: verifyFigures })
  // A document without operations leaves nothing to run.
  if (results.length === 0) return 2
  return isGood ? 0 : 1
}

/** Returns what prints a line for people; nothing is printed where a program reads the output. */
export function tellTo ({ output: { formats: [first], output } }: VerifyCommand, { print }: ReportContext) {
  const isForPeople = output !== undefined || first === undefined || first === 'text'
  return (line: string): void => {
    if (isForPeople) print(`${line}\n`)
  }
}

async function write (
  { files, force, options }: VerifyCommand,
  folder: string,
  { print }: ReportContext
): Promise<number> {
  const { writeJourneys } = await import('../authoring/write-journeys.ts')
  const { documents } = await sortFiles(files, options.allowRemoteRefs)
  const written = await writeJourneys({ folder, force, options: servedOptions(documents, options) })
  for (const { file, leftOut, workflows } of written) {
    print(`${file}: ${workflows} ${workflows === 1 ? 'journey' : 'journeys'}\n`)
    for (const result of leftOut) print(`  left out ${result.workflow.id}: ${whyFailed(result)}\n`)
  }
  return written.some(({ workflows }) => workflows > 0) ? 0 : 1
}
