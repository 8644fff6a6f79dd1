import { EMPTY_REPORT } from './init-document.ts'
import type { InitReport } from './init-document.ts'
import { tryAll } from './try-all.ts'

/** What is counted, as proposed and as kept after the trial. Jobs are the types with lifecycles. */
const COUNTED = ['jobs', 'operations', 'links', 'downloads', 'messages', 'filters', 'seeds'] as const

interface ReportOptions {
  readonly nameOf: (file: string) => string
  /** Whether all reasons are logged, and not the first few. */
  readonly isVerbose: boolean
}

/** Logs what `standin init` proposes for documents: those with jobs, and how much of it holds in the trial. */
export async function reportInit (files: readonly string[], { isVerbose, nameOf }: ReportOptions): Promise<void> {
  console.log(`| document | job statuses | ${COUNTED.join(' | ')} |`)
  console.log(`|---|---|${COUNTED.map(() => '---|').join('')}`)
  const reports = await tryAll<InitReport>(files, {
    module: 'init-in-child.ts',
    onFailure: failure => ({ ...EMPTY_REPORT, failure }),
    onReport: (file, report) => console.log(row(nameOf(file), report))
  })
  const all = [...reports.values()]
  const total = (word: (typeof COUNTED)[number]) => {
    const sum = (which: 'proposed' | 'kept') => all.reduce((before, report) => before + report[word][which], 0)
    return `${sum('kept')} of ${sum('proposed')}`
  }
  const withStatuses = all.filter(({ statuses }) => statuses.length > 0)
  const withLifecycle = withStatuses.filter(({ jobs }) => jobs.kept > 0)
  const totals = COUNTED.map(total).join(' | ')
  console.log(`| **${files.length} documents** | ${withStatuses.length} | ${totals} |`)
  const share = withStatuses.length === 0 ? 100 : Math.round(withLifecycle.length / withStatuses.length * 100)
  const found = `${withLifecycle.length} of ${withStatuses.length}`
  console.log(`\n${found} documents with the status of a job get a lifecycle: ${share} %.`)
  for (const [file, report] of reports) {
    const flaws = listFlaws(report, isVerbose ? Infinity : 5)
    if (flaws.length > 0) console.log([`\n${nameOf(file)}`, ...flaws].join('\n'))
  }
  process.exitCode = share >= 80 ? 0 : 1
}

function listFlaws ({ failure, jobs, reasons, statuses }: InitReport, most: number): string[] {
  const flaws = failure === undefined ? [] : [`no proposal: ${failure}`]
  const isMissed = statuses.length > 0 && jobs.kept === 0
  if (isMissed) flaws.push(...statuses.map(({ createdBy, shownBy }) => `no lifecycle: ${createdBy} → ${shownBy}`))
  return [...flaws, ...reasons.slice(0, most)].map(flaw => `  ${flaw.slice(0, 400)}`)
}

function row (name: string, report: InitReport): string {
  const { failure, statuses } = report
  const counts = COUNTED.map(word => `${report[word].kept} of ${report[word].proposed}`)
  return `| ${name} | ${statuses.length} | ${failure === undefined ? counts.join(' | ') : 'failed'} |`
}
