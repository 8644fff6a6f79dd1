import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createConnection } from '../client/connection.ts'
import { queryText } from '../client/query-text.ts'
import { readFile } from '../documents/read-file.ts'
import { describeFailure, shownPath } from '../documents/shown-path.ts'
import { InvalidReport } from '../errors.ts'
import { mergeReports } from '../reports/merge-reports.ts'
import { parseReport, toReport } from '../reports/parse-report.ts'
import { REPORT_FORMATS } from '../reports/report-formats.ts'
import type { TestReport } from '../reports/test-report.ts'
import { outputReport } from './output-report.ts'
import type { ReportContext } from './output-report.ts'
import type { ReportCommand } from './report-command.ts'

/** How long a server may take to respond, in milliseconds. */
const TIMEOUT_MS = 30_000

/**
 * Reads reports from servers and files, and prints or writes them as one. Returns whether all gates are passed. Rejects
 * with `StandinClientError`, `InvalidReport` or `ReportNotWritten`.
 */
export async function runReport (command: ReportCommand, context: ReportContext): Promise<boolean> {
  const { files, output, servers } = command
  const read = [...servers.map(url => askServer(url, command)), ...files.map(readReport)]
  const [first, ...others] = await Promise.all(read)
  // There is a server where no file is named.
  if (first === undefined) return true
  return await outputReport(mergeReports(first, ...others), output, context)
}

async function askServer (url: string, { filter, token }: ReportCommand): Promise<TestReport> {
  const send: typeof fetch = (target, init) => fetch(target, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
  const { call } = createConnection(url, { token, fetch: send })
  const answer = await call<unknown>('GET', `/coverage${queryText({ ...filter })}`).catch((error: unknown) => {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    throw isLate ? new InvalidReport(`${url} did not respond within ${TIMEOUT_MS / 1000} s`) : error
  })
  return toReport(answer, url)
}

/** Reads the report of a file, or that which a folder of reports has. */
async function readReport (path: string): Promise<TestReport> {
  const isFolder = await stat(path).then(stats => stats.isDirectory(), () => false)
  const file = isFolder ? join(path, REPORT_FORMATS.json.file) : path
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new InvalidReport(`${shownPath(file)} cannot be read: ${describeFailure(error)}`)
  })
  return parseReport(bytes.toString(), shownPath(file))
}
