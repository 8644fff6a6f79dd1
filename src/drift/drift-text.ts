import { oneLine } from '../reports/printable.ts'
import type { Paint } from '../reports/text-report.ts'
import { wrapText } from '../reports/wrap-text.ts'
import { comparedText, evidenceText, groupPlace, groupText, resultText } from './describe-group.ts'
import { DRIFT_KINDS, KIND_FACTS } from './drift-kinds.ts'
import type { DriftKind } from './drift-kinds.ts'
import type { DriftGroup, DriftReport } from './drift-report.ts'
import { CONTRADICTIONS, countFailing } from './fail-on.ts'

const WIDTH = 100

/** How many differences of a kind are listed, and how many things that were never seen. */
const MOST_LISTED = 20
const MOST_UNSEEN = 8

/** Writes a comparison for a terminal. What matters most is last, where it can be seen. */
export function driftText (
  report: DriftReport,
  failOn: ReadonlySet<DriftKind> = CONTRADICTIONS,
  paint: Paint = (_style, text) => text
): string {
  const sections: string[] = []
  for (const kind of DRIFT_KINDS.toReversed()) {
    const own = report.groups.filter(group => group.kind === kind)
    if (own.length > 0) sections.push(kindLines(kind, own, paint).join('\n'))
  }
  const failing = countFailing(report, failOn)
  const verdict = failing === 0
    ? paint('green', `✔ ${resultText(report)}`)
    : paint('red', `✖ ${resultText(report)} The comparison fails for ${failing} of them.`)
  return `${[...sections, `${comparedText(report)}\n${verdict}`].join('\n\n')}\n`
}

const STYLES = { error: 'red', warning: 'yellow', note: 'dim' } as const

function kindLines (kind: DriftKind, groups: readonly DriftGroup[], paint: Paint): string[] {
  const { severity, title } = KIND_FACTS[kind]
  const most = severity === 'note' ? MOST_UNSEEN : MOST_LISTED
  const lines = [`${paint('bold', title)} ${paint('dim', kind)}`]
  for (const group of groups.slice(0, most)) {
    if (severity === 'note') {
      lines.push(`  ${oneLine(`${group.operation ?? group.api}: ${group.where}`, WIDTH - 2)}`)
      continue
    }
    const [first = '', ...others] = wrapText(groupText(group), WIDTH - 4)
    lines.push(`  ${paint(STYLES[severity], first)}`, ...others.map(line => `  ${paint(STYLES[severity], line)}`))
    for (const line of wrapText(evidenceText(group), WIDTH - 4)) lines.push(`    ${paint('dim', line)}`)
    if (group.place !== null) lines.push(`    ${paint('dim', groupPlace(group))}`)
  }
  const left = groups.length - most
  return left <= 0 ? lines : [...lines, `  and ${left} more, which the other formats list`]
}
