import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describeFailure } from '../documents/shown-path.ts'
import { ReportNotWritten } from '../errors.ts'
import type { Gates } from './gates.ts'
import { makeFolder } from './make-folder.ts'
import { REPORT_FORMATS } from './report-formats.ts'
import type { ReportFormatName } from './format-names.ts'
import type { TestReport } from './test-report.ts'

/** Writes a report in some formats to a folder, which is made where it is missing. Rejects with `ReportNotWritten`. */
export async function writeReportFolder (
  folder: string,
  report: TestReport,
  options: { readonly formats: readonly ReportFormatName[], readonly gates?: Gates }
): Promise<void> {
  const { formats, gates } = options
  for (const format of formats) {
    const { file, write } = REPORT_FORMATS[format]
    await writeReportFile(join(folder, file), write(report, gates))
  }
}

/** Writes a file at once: who reads it meanwhile sees the one before. Rejects with `ReportNotWritten`. */
export async function writeReportFile (file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`
  try {
    await makeFolder(dirname(file))
    await writeFile(draft, text)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw new ReportNotWritten(file, describeFailure(error))
  }
}

/** Makes a folder, and writes and removes a file in it. Rejects with `ReportNotWritten` where that fails. */
export async function tryReportFolder (folder: string): Promise<void> {
  const file = join(folder, `.standin.${process.pid}.tmp`)
  try {
    await makeFolder(folder)
    await writeFile(file, '')
    await rm(file)
  } catch (error) {
    throw new ReportNotWritten(folder, describeFailure(error))
  }
}
