import { dirname, join, relative, resolve, sep } from 'node:path'
import { createConnection } from '../client/connection.ts'
import { loadContracts } from '../contract/load-contracts.ts'
import { isUrl } from '../documents/shown-path.ts'
import { compareRecording } from '../drift/compare-recording.ts'
import { comparedText } from '../drift/describe-group.ts'
import { driftAnnotations } from '../drift/drift-cases.ts'
import { DRIFT_FORMATS } from '../drift/drift-formats.ts'
import { driftMarkdown } from '../drift/drift-markdown.ts'
import type { DriftReport } from '../drift/drift-report.ts'
import { driftText } from '../drift/drift-text.ts'
import { countFailing } from '../drift/fail-on.ts'
import { proposalText } from '../drift/propose-overlay.ts'
import { NothingCompared } from '../errors.ts'
import { loadHar } from '../har/load-har.ts'
import { withDefaults } from '../options.ts'
import { writeReportFile } from '../reports/write-report-files.ts'
import type { DriftCommand, DriftOutput } from './drift-command.ts'
import type { ReportContext } from './output-report.ts'
import { pathInWorkspace, writeSummary } from './write-summary.ts'

/** How long a server may take to respond, in milliseconds. */
const TIMEOUT_MS = 30_000

/**
 * Compares as the command line says, and prints or writes the result. Returns whether it fails for no difference.
 * Rejects with `NothingCompared`, `InvalidHar`, `InvalidDocument`, `StandinClientError` or `ReportNotWritten`.
 */
export async function runDrift (command: DriftCommand, context: ReportContext): Promise<boolean> {
  const { output, server } = command
  const report = server === undefined ? await compare(command, context) : await ask(server, command)
  await writeFormats(report, output, context)
  if (output.github) {
    context.print(driftAnnotations(report, output.failOn, pathInWorkspace(context)))
    await writeSummary(context, room => driftMarkdown(report, output.failOn, room))
  }
  return countFailing(report, output.failOn) === 0
}

async function compare ({ options, recordings }: DriftCommand, { warn }: ReportContext): Promise<DriftReport> {
  const { openapi, ...resolved } = withDefaults(options)
  const contracts = await loadContracts(openapi, { ...resolved, fixtures: undefined })
  const readings = await Promise.all(recordings.map(loadHar))
  for (const [index, { leftOut }] of readings.entries()) {
    if (leftOut.length > 0) warn(`${recordings[index]}: ${leftOut.length} entries are no exchanges over HTTP`)
  }
  const { report } = compareRecording(readings.flatMap(({ exchanges }) => exchanges), contracts)
  if (report.exchanges.compared > 0) return report
  const count = readings.reduce((sum, { exchanges }) => sum + exchanges.length, 0)
  const why = count === 0
    ? `${recordings.join(', ')} has no exchanges`
    : 'no request of the recording is for an operation of the documents'
  throw new NothingCompared(`${why}. ${comparedText(report)}`)
}

/** Asks a running server what it has compared. */
async function ask (server: string, { token }: DriftCommand): Promise<DriftReport> {
  const send: typeof fetch = (target, init) => fetch(target, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
  const { call } = createConnection(server, { token, fetch: send })
  const report = await call<DriftReport>('GET', '/drift').catch((error: unknown) => {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    throw isLate ? new NothingCompared(`${server} did not respond within ${TIMEOUT_MS / 1000} s`) : error
  })
  if (report.exchanges.compared > 0) return report
  throw new NothingCompared(`${server} has passed on no request to a service; give it --proxy, and requests`)
}

async function writeFormats (report: DriftReport, options: DriftOutput, context: ReportContext): Promise<void> {
  const { failOn, formats, isFolder, output } = options
  if (output === undefined) {
    const [first] = formats
    if (first === undefined) return
    const isText = first === 'text'
    context.print(isText ? driftText(report, failOn, context.paint) : DRIFT_FORMATS[first].write(report, failOn))
    return
  }
  for (const format of formats) {
    const { file, write } = DRIFT_FORMATS[format]
    const target = isFolder ? join(output, file) : output
    if (format === 'overlay') await writeOverlays(report, target, isFolder)
    else await writeReportFile(target, write(report, failOn))
  }
}

/** Writes an overlay for each contract that differs; several have the name of their API before the ending. */
async function writeOverlays ({ overlays }: DriftReport, target: string, isFolder: boolean): Promise<void> {
  if (overlays.length === 0 && !isFolder) {
    await writeReportFile(target, '# The contracts say what was seen: there is nothing to change.\n')
  }
  for (const overlay of overlays) {
    const file = overlays.length === 1 && !isFolder ? target : target.replace(/[^\\/]*$/, `${overlay.api}.overlay.yaml`)
    await writeReportFile(file, proposalText(overlay, pathFrom(file, overlay.file)))
  }
}

/** Returns the path of a document as an overlay names it. */
function pathFrom (overlay: string, document: string): string {
  if (isUrl(document)) return document
  return relative(dirname(resolve(overlay)), resolve(document)).split(sep).join('/')
}
