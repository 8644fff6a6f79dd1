import { FINDING_TITLES, findingText, percentText, placeText, shareText } from './describe.ts'
import { judgeReport } from './gates.ts'
import type { Gates } from './gates.ts'
import { listMissed } from './list-missed.ts'
import type { Missed } from './list-missed.ts'
import { counted, oneLine } from './printable.ts'
import { summarize } from './summary.ts'
import type { Share, Summary } from './summary.ts'
import { FINDING_KINDS } from './test-report.ts'
import type { Check, Finding, TestReport } from './test-report.ts'
import { fillLines, wrapText } from './wrap-text.ts'

/** Colours a part of a line, where the terminal shows colours. */
export type Paint = (style: 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow', text: string) => string

const WIDTH = 80

/** How many lines the missed cells of a dimension of an operation take at most. */
const MOST_LINES = 3

/** How many findings of a kind are listed. */
const MOST_FINDINGS = 10

/** How many operations are listed, of those that nothing touched and of the others each. */
const MOST_OPERATIONS = 20

/**
 * Writes a report for a terminal of 80 columns. What matters most is last, where it can be seen: what was not touched,
 * findings, failed checks, the figures, and the gates.
 */
export function textReport (report: TestReport, gates?: Gates, paint: Paint = (_style, text) => text): string {
  const summary = summarize(report)
  const sections = [
    missedLines(listMissed(report), paint),
    findingLines(report.findings, paint),
    checkLines(report.checks, paint),
    shareLines(summary, paint),
    gateLines(report, gates, paint)
  ]
  const filled = sections.filter(lines => lines.length > 0).map(lines => lines.join('\n'))
  return filled.length === 0 ? 'Nothing was counted or checked.\n' : `${filled.join('\n\n')}\n`
}

function missedLines (missed: readonly Missed[], paint: Paint): string[] {
  if (missed.length === 0) return []
  const untouched = missed.filter(({ share }) => share.touched === 0)
  const partly = missed.filter(({ share }) => share.touched > 0)
  const lines = [paint('bold', 'Not touched')]
  for (const { share, title } of untouched.slice(0, MOST_OPERATIONS)) {
    lines.push(ownerLine(title, counted(share.total, 'cell'), paint))
  }
  lines.push(...moreLines(untouched.length - MOST_OPERATIONS))
  for (const { dimensions, share, title } of partly.slice(0, MOST_OPERATIONS)) {
    lines.push(ownerLine(title, `${shareText(share)} touched`, paint))
    for (const { cells, dimension } of dimensions) {
      const names = cells.map(({ name }) => oneLine(name, 120))
      const filled = fillLines(names, { width: WIDTH, indent: 16, most: MOST_LINES })
      lines.push(`    ${dimension.padEnd(12)}${filled.map(line => paint('yellow', line)).join(`\n${' '.repeat(16)}`)}`)
    }
  }
  lines.push(...moreLines(partly.length - MOST_OPERATIONS))
  return lines
}

function moreLines (left: number): string[] {
  return left <= 0 ? [] : [`  and ${left} more, which the other formats list`]
}

function ownerLine (title: string, right: string, paint: Paint): string {
  const name = oneLine(title, WIDTH - right.length - 4)
  return `  ${paint('cyan', name)}${' '.repeat(WIDTH - 2 - name.length - right.length)}${paint('dim', right)}`
}

function findingLines (findings: readonly Finding[], paint: Paint): string[] {
  const lines: string[] = []
  for (const kind of FINDING_KINDS) {
    const own = findings.filter(finding => finding.kind === kind && finding.ignored === undefined)
    if (own.length === 0) continue
    lines.push(paint('bold', FINDING_TITLES[kind]))
    for (const finding of own.slice(0, MOST_FINDINGS)) {
      lines.push(...entryLines(findingText(finding), finding.place, paint))
    }
    lines.push(...moreLines(own.length - MOST_FINDINGS))
  }
  return lines
}

function checkLines (checks: readonly Check[], paint: Paint): string[] {
  const failed = checks.filter(({ result }) => result === 'failed')
  if (failed.length === 0) return []
  const lines = [paint('bold', 'Failed checks')]
  for (const { message, name, operation, place, suite } of failed) {
    const title = [suite, name, operation].filter(part => part !== undefined).map(part => oneLine(part)).join(' · ')
    const [first = '', ...others] = wrapText(title, WIDTH - 4)
    lines.push(`  ${paint('red', `✖ ${first}`)}`, ...others.map(line => `    ${paint('red', line)}`))
    if (message !== undefined) lines.push(...entryLines(message, place, paint, 4))
    else if (place !== undefined) lines.push(`    ${paint('dim', placeText(place))}`)
  }
  return lines
}

/** Returns the lines of a text and of its place, which stays on one line so that terminals link it. */
function entryLines (text: string, place: Finding['place'], paint: Paint, indent = 2): string[] {
  const lines = wrapText(text, WIDTH - indent).map(line => `${' '.repeat(indent)}${line}`)
  if (place !== undefined) lines.push(`${' '.repeat(indent + 2)}${paint('dim', placeText(place))}`)
  return lines
}

function shareLines ({ dimensions, total }: Summary, paint: Paint): string[] {
  const shares = Object.entries(dimensions)
  if (shares.length === 0) return []
  const ignored = total.ignored === 0 ? '' : `, ${total.ignored} ignored`
  const all = `${percentText(total)} (${shareText(total)} cells${ignored})`
  return [
    `${paint('bold', 'Coverage')}  ${paint('bold', all)}`,
    ...shares.map(([dimension, share]) => shareLine(dimension, share, paint))
  ]
}

const BAR = 24

function shareLine (dimension: string, share: Share, paint: Paint): string {
  const filled = Math.floor((share.percent ?? 0) * BAR / 100)
  const bar = paint(styleOf(share), '█'.repeat(filled)) + paint('dim', '░'.repeat(BAR - filled))
  return `  ${dimension.padEnd(12)}${bar}  ${percentText(share).padStart(7)}  ${shareText(share)}`
}

function styleOf ({ percent }: Share): 'green' | 'yellow' {
  return percent === 100 ? 'green' : 'yellow'
}

function gateLines (report: TestReport, gates: Gates | undefined, paint: Paint): string[] {
  return judgeReport(report, gates).map(({ gate, message, passed }) => {
    return `${passed ? paint('green', '✔') : paint('red', '✖')} ${gate}: ${message}`
  })
}
