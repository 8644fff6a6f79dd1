import { FINDING_TITLES, findingText, percentText, placeText, shareText } from './describe.ts'
import { judgeReport } from './gates.ts'
import type { Gates } from './gates.ts'
import { listMissed } from './list-missed.ts'
import type { Missed } from './list-missed.ts'
import { code, inline, joinWithin, MAX_SUMMARY, table } from './markdown-text.ts'
import { oneLine } from './printable.ts'
import { summarize } from './summary.ts'
import { FINDING_KINDS } from './test-report.ts'
import type { Check, Finding, TestReport } from './test-report.ts'
import { escapeXml } from './xml.ts'

/**
 * Writes a report as Markdown, as GitHub shows it in the summary of a job: gates, failed checks and figures first.
 * Where it would have more bytes than allowed, it ends before that and says so.
 */
export function markdownReport (report: TestReport, gates?: Gates, maxBytes = MAX_SUMMARY): string {
  const blocks = [
    ...headBlocks(report, gates),
    ...checkBlocks(report.checks),
    ...findingBlocks(report.findings),
    ...listMissed(report).map(missedBlock)
  ]
  return joinWithin(blocks, maxBytes)
}

function headBlocks (report: TestReport, gates: Gates | undefined): string[] {
  const { dimensions, total } = summarize(report)
  const blocks: string[] = []
  if (report.cells.length > 0) {
    const ignored = total.ignored === 0 ? '' : `, ${total.ignored} ignored`
    blocks.push(`## Coverage: ${percentText(total)} (${shareText(total)} cells${ignored})`)
  } else {
    blocks.push('## Checks')
  }
  const results = judgeReport(report, gates)
  const gateRows = results.map(({ gate, message, passed }) => [passed ? '✅' : '❌', code(gate), inline(message)])
  if (gateRows.length > 0) blocks.push(table(['', 'Gate', 'Result'], gateRows))
  const rows = Object.entries(dimensions).map(([name, share]) => [name, percentText(share), shareText(share)])
  if (rows.length > 0) blocks.push(table(['Dimension', 'Touched', 'Cells'], rows))
  return blocks
}

function checkBlocks (checks: readonly Check[]): string[] {
  const failed = checks.filter(({ result }) => result === 'failed')
  if (failed.length === 0) return []
  const items = failed.map(({ message, name, operation, place, suite }) => {
    const title = [suite, name, operation].filter(part => part !== undefined).map(inline).join(' · ')
    const at = place === undefined ? '' : ` — ${code(placeText(place))}`
    return `- **${title}**${message === undefined ? '' : `: ${inline(message)}`}${at}`
  })
  return ['### Failed checks', ...items]
}

function findingBlocks (findings: readonly Finding[]): string[] {
  const blocks: string[] = []
  for (const kind of FINDING_KINDS) {
    const own = findings.filter(finding => finding.kind === kind && finding.ignored === undefined)
    if (own.length > 0) blocks.push(`### ${FINDING_TITLES[kind]}`, ...own.map(findingItem))
  }
  return blocks
}

function findingItem (finding: Finding): string {
  const at = finding.place === undefined ? '' : ` — ${code(placeText(finding.place))}`
  return `- ${inline(findingText(finding))}${at}`
}

function missedBlock ({ dimensions, share, title }: Missed): string {
  // Markdown is not read on a line that begins with a tag of HTML.
  const head = `${escapeXml(oneLine(title))}: ${shareText(share)} touched`
  const items = dimensions.map(({ cells, dimension }) => {
    return `- ${dimension}: ${cells.map(({ name }) => code(name)).join(', ')}`
  })
  return `<details><summary>${head}</summary>\n\n${items.join('\n')}\n\n</details>`
}
