import { code, inline, joinWithin, MAX_SUMMARY, table } from '../reports/markdown-text.ts'
import { comparedText, groupPlace, groupText, resultText } from './describe-group.ts'
import { DRIFT_KINDS, KIND_FACTS } from './drift-kinds.ts'
import type { DriftKind } from './drift-kinds.ts'
import type { DriftGroup, DriftReport } from './drift-report.ts'
import { CONTRADICTIONS, countFailing } from './fail-on.ts'

/**
 * Writes a comparison as Markdown, as GitHub shows it in the summary of a job. Where it would have more bytes than
 * allowed, it ends before that and says so.
 */
export function driftMarkdown (
  report: DriftReport,
  failOn: ReadonlySet<DriftKind> = CONTRADICTIONS,
  maxBytes = MAX_SUMMARY
): string {
  const mark = countFailing(report, failOn) === 0 ? '✅' : '❌'
  const kinds = DRIFT_KINDS.filter(kind => report.groups.some(group => group.kind === kind))
  const rows = kinds.map(kind => [
    failOn.has(kind) ? '❌' : '',
    code(kind),
    String(report.groups.filter(group => group.kind === kind).length)
  ])
  const blocks = [
    `## ${mark} Drift: ${inline(resultText(report))}`,
    inline(comparedText(report)),
    ...rows.length === 0 ? [] : [table(['', 'Kind', 'Differences'], rows)]
  ]
  for (const kind of kinds) {
    if (KIND_FACTS[kind].severity === 'note') continue
    const own = report.groups.filter(group => group.kind === kind)
    blocks.push(`### ${KIND_FACTS[kind].title}`, ...own.map(groupItem))
  }
  return joinWithin(blocks, maxBytes)
}

function groupItem (group: DriftGroup): string {
  const at = group.place === null ? '' : ` — ${code(groupPlace(group))}`
  const times = group.count === 1 ? '' : ` (${group.count} exchanges)`
  return `- ${inline(groupText(group))}${times}${at}`
}
