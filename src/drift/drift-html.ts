import { htmlPage } from '../reports/html-page.ts'
import { entry, foldable, section } from '../reports/html-sections.ts'
import type { Edge } from '../reports/html-sections.ts'
import { counted, oneLine } from '../reports/printable.ts'
import { escapeXml } from '../reports/xml.ts'
import { comparedText, evidenceText, groupPlace, resultText } from './describe-group.ts'
import { DRIFT_KINDS, KIND_FACTS } from './drift-kinds.ts'
import type { DriftKind } from './drift-kinds.ts'
import type { DriftGroup, DriftReport } from './drift-report.ts'
import { CONTRADICTIONS, countFailing } from './fail-on.ts'

/** Writes a comparison as one HTML file, which loads nothing and runs no script. What fails comes first. */
export function driftHtml (report: DriftReport, failOn: ReadonlySet<DriftKind> = CONTRADICTIONS): string {
  const sections = DRIFT_KINDS.map(kind => kindSection(kind, report.groups.filter(group => group.kind === kind)))
  const isGood = countFailing(report, failOn) === 0
  const mark = isGood ? '<b class="good">Passed</b>' : '<b class="bad">Failed</b>'
  return htmlPage({
    title: 'Where service and contract differ',
    lead: `<p>${mark} ${escapeXml(resultText(report))}</p>\n<p class="quiet">${escapeXml(comparedText(report))}</p>\n`,
    main: sections.join(''),
    foot: `By standin ${escapeXml(report.tool.version)}.`
  })
}

const EDGES: Readonly<Record<DriftGroup['severity'], Edge>> = {
  error: 'bad-edge',
  warning: 'some-edge',
  note: 'plain-edge'
}

function kindSection (kind: DriftKind, groups: readonly DriftGroup[]): string {
  if (groups.length === 0) return ''
  const { description, severity, title } = KIND_FACTS[kind]
  const about = `<p class="quiet">${description} <code>${kind}</code></p>\n`
  if (severity !== 'note') return section(title, about + groups.map(groupEntry).join(''))
  const byOperation = [...Map.groupBy(groups, ({ api, operation }) => operation ?? api)].map(([name, own]) => {
    const content = `<ul class="cells">\n${own.map(unseenItem).join('')}</ul>`
    return foldable({ title: name, share: String(own.length), content })
  })
  return section(title, about + byOperation.join(''))
}

function groupEntry (group: DriftGroup): string {
  const { api, count, message, operation, place, sample, severity } = group
  const title = `<p><code>${escapeXml(oneLine(operation ?? api))}</code> \
<span class="quiet">${counted(count, 'exchange')}</span></p>`
  const evidence = sample === null ? '' : `<p class="quiet">${escapeXml(evidenceText(group))}</p>`
  return entry(title, message, { edge: EDGES[severity], place: place ?? undefined, after: evidence })
}

function unseenItem (group: DriftGroup): string {
  const at = group.place === null ? '' : ` <code class="place quiet">${escapeXml(groupPlace(group))}</code>`
  return `<li><code>${escapeXml(oneLine(group.where))}</code>${at}</li>\n`
}
