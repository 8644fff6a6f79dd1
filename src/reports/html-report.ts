import { formatSeconds } from '../worlds/clock.ts'
import { DIMENSION_TITLES, percentText, shareText } from './describe.ts'
import { judgeReport, NO_GATES } from './gates.ts'
import type { Gates, GateResult } from './gates.ts'
import { checkSections, findingSections, ignoredSection, missedSection, touchedSection } from './html-sections.ts'
import { htmlPage } from './html-page.ts'
import { counted } from './printable.ts'
import { summarize } from './summary.ts'
import type { Share, Summary } from './summary.ts'
import { DIMENSIONS } from './test-report.ts'
import type { Finding, TestReport } from './test-report.ts'
import { escapeXml } from './xml.ts'

/**
 * Writes a report as one HTML file, which loads nothing and runs no script. What fails comes first, then what was not
 * touched.
 */
export function htmlReport (report: TestReport, gates: Gates = NO_GATES): string {
  const summary = summarize(report)
  const findings = report.findings.filter(({ ignored }) => ignored === undefined)
  const isFailed = ({ kind }: Finding): boolean => gates.failOn.has(kind)
  const title = report.cells.length > 0 ? 'What the tests touched' : 'What the checks showed'
  const sections = [
    ...checkSections(report.checks.filter(({ result }) => result === 'failed'), 'Failed checks'),
    ...findingSections(findings.filter(finding => isFailed(finding)), 'bad-edge'),
    dimensionSection(summary),
    missedSection(report),
    ...findingSections(findings.filter(finding => !isFailed(finding)), 'some-edge'),
    touchedSection(report),
    ...checkSections(report.checks.filter(({ result }) => result !== 'failed'), 'Other checks'),
    ignoredSection(report)
  ]
  const lead = `${totalText(summary)}${verdictList(judgeReport(report, gates))}`
  return htmlPage({ title, lead, main: sections.join(''), foot: spanText(report) })
}

function spanText ({ start, stop, tool }: TestReport): string {
  return `From ${formatSeconds(start)} to ${formatSeconds(stop)}, by standin ${escapeXml(tool.version)}.`
}

function totalText ({ checks, total }: Summary): string {
  const { failed, passed, skipped } = checks
  const ran = failed + passed + skipped
  const shown = `${counted(ran, 'check')}: ${passed} passed, ${failed} failed, ${skipped} skipped`
  const line = ran === 0 ? '' : `<p>${shown}</p>\n`
  if (total.total + total.ignored === 0) return line
  const ignored = total.ignored === 0 ? '' : `, ${total.ignored} ignored`
  const cells = `<span class="quiet">${shareText(total)} cells touched${ignored}</span>`
  return `<p class="total"><b>${percentText(total)}</b> ${cells}</p>\n${line}`
}

function verdictList (results: readonly GateResult[]): string {
  if (results.length === 0) return ''
  const items = results.map(({ gate, message, passed }) => {
    const mark = passed ? '<b class="good">Passed</b>' : '<b class="bad">Failed</b>'
    return `<li>${mark} <span><code>${escapeXml(gate)}</code> ${escapeXml(message)}</span></li>\n`
  })
  return `<ul class="verdicts" aria-label="Gates">\n${items.join('')}</ul>\n`
}

function dimensionSection ({ dimensions }: Summary): string {
  const rows = DIMENSIONS.map(dimension => {
    const share = dimensions[dimension]
    return share === undefined ? '' : shareRow(DIMENSION_TITLES[dimension], dimension, share)
  })
  if (rows.every(row => row === '')) return ''
  return `<section aria-labelledby="dimensions">
<h2 id="dimensions">By dimension</h2>
<table>
<caption>How much of each dimension was touched</caption>
<thead><tr><th scope="col">Dimension</th><td class="wide"></td><th scope="col" class="number">Touched</th>\
<th scope="col" class="number">Cells</th></tr></thead>
<tbody>
${rows.join('')}</tbody>
</table>
</section>
`
}

function shareRow (title: string, dimension: string, share: Share): string {
  return `<tr><th scope="row">${title}<br><code class="quiet">${dimension}</code></th>\
<td class="wide" aria-hidden="true">${barOf(share)}</td>\
<td class="number">${percentText(share)}</td><td class="number">${shareText(share)}</td></tr>\n`
}

/** Draws a share. The figures stand beside it. */
function barOf ({ percent }: Share): string {
  const width = percent ?? 0
  const kind = width === 100 ? ' class="all"' : ''
  return `<span class="bar"><i${kind} style="width:${width}%"></i></span>`
}
