import { readFile } from 'node:fs/promises'
import { exactJson } from '../exact-json.ts'
import { readContracts } from '../contract/read-contracts.ts'
import { listDocuments } from '../documents/list-documents.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import { describeFailure, shownPath } from '../documents/shown-path.ts'
import { InvalidPact } from '../errors.ts'
import { checkPacts, pactChecks } from '../pact/check-pacts.ts'
import type { CheckedInteraction } from '../pact/check-pacts.ts'
import { isError } from '../pact/pact-finding.ts'
import { isPact, readPact } from '../pact/read-pact.ts'
import type { ReadPact } from '../pact/read-pact.ts'
import { counted } from '../reports/printable.ts'
import type { TestReport } from '../reports/test-report.ts'
import type { Paint } from '../reports/text-report.ts'
import { readVersion } from '../version.ts'
import { systemTime } from '../worlds/clock.ts'
import { outputReport } from './output-report.ts'
import type { ReportContext } from './output-report.ts'
import type { PactCheckCommand } from './pact-check-command.ts'

/**
 * Compares pacts with contracts and reports it. Returns the exit code: 0, or 1 where an interaction does not fit.
 * Rejects with `InvalidPact` or `InvalidDocument` where there is nothing to compare.
 */
export async function runPactCheck (command: PactCheckCommand, context: ReportContext): Promise<number> {
  const { allowPaths, allowRemoteRefs, files, output, overlays } = command
  const { documents, pacts } = await sortPacts(files)
  if (pacts.length === 0) throw new InvalidPact('None of the files is a pact: name one after the contract')
  if (documents.length === 0) throw new InvalidPact('None of the files is a contract: name one before the pacts')
  const { contracts, problems } = await readContracts(documents, { allowPaths, allowRemoteRefs, overlays })
  if (problems.length > 0) throw createInvalidDocument(problems)
  const start = systemTime()
  const checked = await checkPacts(pacts, contracts)
  for (const { file, messages } of pacts) {
    if (messages > 0) context.warn(`${file}: messages are not compared (${messages} of them)`)
  }
  const report: TestReport = {
    version: 1,
    tool: { name: 'standin', version: readVersion() },
    start,
    stop: systemTime(),
    cells: [],
    findings: [],
    checks: pactChecks(checked)
  }
  const isGood = await outputReport(report, output, {
    ...context,
    writeText: (_report, _gates, paint = (_style, text) => text) => checkedText(checked, paint)
  })
  return isGood ? 0 : 1
}

/** Tells pacts and contracts apart. */
async function sortPacts (paths: readonly string[]): Promise<{ documents: string[], pacts: ReadPact[] }> {
  const documents: string[] = []
  const pacts: ReadPact[] = []
  for (const path of (await Promise.all(paths.map(listDocuments))).flat()) {
    const value = /\.json$/i.test(path) ? await readJson(path) : undefined
    if (isPact(value)) pacts.push(readPact(value, shownPath(path)))
    else documents.push(path)
  }
  return { documents, pacts }
}

/** Reads a file of JSON; returns `undefined` for another text, which is told of where it is read as a contract. */
async function readJson (path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new InvalidPact(`${shownPath(path)} cannot be read: ${describeFailure(error)}`)
  })
  return exactJson.tryParse(text)
}

function checkedText (checked: readonly CheckedInteraction[], paint: Paint): string {
  const lines: string[] = []
  for (const { findings, interaction, operation, pact } of checked) {
    if (findings.length === 0) continue
    lines.push(`${paint('bold', `${pact.file}: ${interaction.description}`)}${operation ? ` (${operation.id})` : ''}`)
    for (const finding of findings) {
      const mark = isError(finding) ? paint('red', '✖') : paint('yellow', '!')
      lines.push(`  ${mark} ${finding.code}: ${finding.message}`)
    }
  }
  const failed = checked.filter(({ findings }) => findings.some(isError)).length
  const mark = failed === 0 ? paint('green', '✔') : paint('red', '✖')
  const outcome = failed === 0 ? 'all fit' : `${failed} of them do not fit`
  lines.push(`${mark} ${counted(checked.length, 'interaction')}, ${outcome}`)
  return `${lines.join('\n')}\n`
}
