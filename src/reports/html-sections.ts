import { FINDING_TITLES, findingText, percentText, placeText, shareText } from './describe.ts'
import { listMissed, ownerTitle } from './list-missed.ts'
import type { Missed } from './list-missed.ts'
import { counted, oneLine } from './printable.ts'
import { ownerOf, shareOf } from './summary.ts'
import { FINDING_KINDS } from './test-report.ts'
import type { Cell, Check, Finding, ReportPlace, TestReport } from './test-report.ts'
import { escapeXml } from './xml.ts'

/** The class of the line at the edge of an entry. */
export type Edge = 'bad-edge' | 'some-edge' | 'plain-edge'

/** Writes checks under a heading; nothing where there are none. */
export function checkSections (checks: readonly Check[], title: string): string[] {
  if (checks.length === 0) return []
  const isFailure = checks.some(({ result }) => result === 'failed')
  const entries = checks.map(checkEntry).join('')
  if (isFailure) return [section(title, entries)]
  const passed = checks.filter(({ result }) => result === 'passed').length
  const share = `${passed} passed, ${checks.length - passed} skipped`
  return [section(title, foldable({ title: counted(checks.length, 'check'), share, content: entries }))]
}

/** Writes each kind of findings under its heading. */
export function findingSections (findings: readonly Finding[], edge: Edge): string[] {
  const kinds = FINDING_KINDS.filter(kind => findings.some(finding => finding.kind === kind))
  return kinds.map(kind => {
    const own = findings.filter(finding => finding.kind === kind)
    return section(FINDING_TITLES[kind], own.map(finding => findingEntry(finding, edge)).join(''))
  })
}

/** Writes what nothing touched, by operation: those without any touched cell first. */
export function missedSection (report: TestReport): string {
  const missed = listMissed(report)
  if (missed.length === 0) return ''
  return section('Not touched', missed.map(missedDetails).join(''))
}

/** Writes what was touched, by operation, folded. */
export function touchedSection ({ cells }: TestReport): string {
  const touched = cells.filter(({ hits, ignored }) => hits > 0 && ignored === undefined)
  if (touched.length === 0) return ''
  const all = Map.groupBy(cells, ownerTitle)
  const groups = [...Map.groupBy(touched, ownerTitle)].map(([title, own]) => {
    const share = `${shareText(shareOf(all.get(title) ?? []))} touched`
    const content = `<ul class="cells">\n${own.map(touchedItem).join('')}</ul>`
    return foldable({ title, share, content })
  })
  return section('Touched', groups.join(''))
}

/** Writes what is ignored, with the reasons. */
export function ignoredSection ({ cells, findings }: TestReport): string {
  const named = [
    ...cells.map(cell => ({ ignored: cell.ignored, text: `${ownerOf(cell)} ${cell.dimension} ${cell.name}` })),
    ...findings.map(finding => ({ ignored: finding.ignored, text: findingText(finding) }))
  ]
  const ignored = named.filter(item => item.ignored !== undefined)
  if (ignored.length === 0) return ''
  const items = ignored.map(({ ignored: reason = '', text }) => {
    return `<li><code>${escapeXml(oneLine(text))}</code> <span class="quiet">${escapeXml(reason)}</span></li>\n`
  })
  return section('Ignored', `<ul class="cells">${items.join('')}</ul>`)
}

function checkEntry ({ message, name, operation, place, result, suite }: Check): string {
  const marks = { failed: '<b class="bad">Failed</b>', passed: '<b class="good">Passed</b>', skipped: '<b>Skipped</b>' }
  const of = operation === undefined ? '' : ` <code>${escapeXml(oneLine(operation))}</code>`
  const title = `<p>${marks[result]} ${escapeXml(oneLine(suite))} · <b>${escapeXml(oneLine(name))}</b>${of}</p>`
  return entry(title, message, { edge: result === 'failed' ? 'bad-edge' : 'plain-edge', place })
}

function findingEntry (finding: Finding, edge: Edge): string {
  const tests = finding.tests.length === 0 ? '' : `<p class="quiet">${testsText(finding.tests)}</p>`
  return entry('', findingText(finding), { edge, place: finding.place, after: tests })
}

interface EntryOptions {
  readonly edge: Edge
  readonly place?: ReportPlace | undefined
  readonly after?: string
}

/** Writes one entry of a section. The title and what comes after are HTML. */
export function entry (title: string, message: string | undefined, { after = '', edge, place }: EntryOptions): string {
  const text = message === undefined ? '' : `<p class="message">${escapeXml(message)}</p>`
  const at = place === undefined ? '' : `<p><code class="quiet">${escapeXml(placeText(place))}</code></p>`
  return `<div class="entry ${edge}">${title}${text}${at}${after}</div>\n`
}

function missedDetails ({ dimensions, share, title }: Missed): string {
  const lists = dimensions.map(({ cells, dimension }) => {
    return `<h3>${dimension}</h3>\n<ul class="cells">\n${cells.map(missedItem).join('')}</ul>\n`
  })
  const isOpen = share.touched > 0
  const some = `${shareText(share)} touched · ${percentText(share)}`
  const text = isOpen ? some : `nothing of ${counted(share.total, 'cell')}`
  return foldable({ title, share: text, content: lists.join(''), isOpen })
}

function missedItem ({ name, place }: Cell): string {
  const at = place === undefined ? '' : ` <code class="place quiet">${escapeXml(placeText(place))}</code>`
  return `<li><code>${escapeXml(oneLine(name))}</code>${at}</li>\n`
}

function touchedItem ({ dimension, hits, name, tests }: Cell): string {
  const by = tests.length === 0 ? '' : ` · ${testsText(tests)}`
  const shown = `${dimension} ${oneLine(name)}`
  return `<li><code>${escapeXml(shown)}</code> <span class="quiet">${counted(hits, 'time')}${by}</span></li>\n`
}

function testsText (tests: readonly string[]): string {
  return `by ${tests.map(name => `“${escapeXml(oneLine(name, 100))}”`).join(', ')}`
}

interface Foldable {
  readonly title: string
  readonly share: string
  readonly content: string
  readonly isOpen?: boolean
}

/** Writes what is folded until it is opened. */
export function foldable ({ content, isOpen = false, share, title }: Foldable): string {
  return `<details${isOpen ? ' open' : ''}>
<summary><code>${escapeXml(oneLine(title))}</code><span class="quiet">${share}</span></summary>
<div class="inside">${content}</div>
</details>
`
}

/** Writes a section under its heading. */
export function section (title: string, content: string): string {
  const id = title.toLowerCase().replace(/[^a-z]+/g, '-')
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${content}</section>\n`
}
