import { annotationLines } from '../reports/annotation-lines.ts'
import type { Annotation } from '../reports/annotation-lines.ts'
import type { TestReport } from '../reports/test-report.ts'
import { parseInstant } from '../worlds/clock.ts'
import { evidenceText, groupText } from './describe-group.ts'
import { KIND_FACTS } from './drift-kinds.ts'
import type { DriftKind } from './drift-kinds.ts'
import type { DriftReport } from './drift-report.ts'

/** Converts a comparison to a report of checks, one for each difference; what does not fail is skipped. */
export function toTestReport (
  { apis, exchanges, groups, tool }: DriftReport,
  failOn: ReadonlySet<DriftKind>
): TestReport {
  const failing = groups.map(group => ({
    name: `${group.kind} ${group.where}`,
    suite: group.api,
    ...group.operation !== null && { operation: group.operation },
    result: failOn.has(group.kind) ? 'failed' as const : 'skipped' as const,
    message: [group.message, evidenceText(group)].filter(text => text !== '').join('\n'),
    tookMs: 0,
    ...group.place !== null && { place: group.place }
  }))
  // A suite without any case would look like one that did not run.
  const good = apis.filter(({ name }) => failing.every(({ result, suite }) => suite !== name || result !== 'failed'))
  const passed = good.map(({ name }) => ({ name: 'drift', suite: name, result: 'passed' as const, tookMs: 0 }))
  const start = parseInstant(exchanges.first ?? '') ?? 0
  const stop = parseInstant(exchanges.last ?? '') ?? 0
  return { version: 1, tool, start, stop, cells: [], findings: [], checks: [...failing, ...passed] }
}

/** Writes a comparison as annotations of GitHub Actions: what fails as errors, the rest as warnings. */
export function driftAnnotations (
  { groups }: DriftReport,
  failOn: ReadonlySet<DriftKind>,
  fileOf: (file: string) => string
): string {
  const annotations: Annotation[] = []
  for (const group of groups) {
    const { severity, title } = KIND_FACTS[group.kind]
    const isFailing = failOn.has(group.kind)
    // What was never seen would soon be more than GitHub shows.
    if (severity === 'note' && !isFailing) continue
    annotations.push({
      severity: isFailing ? 'error' : 'warning',
      title,
      message: groupText(group),
      place: group.place ?? undefined
    })
  }
  return annotationLines(annotations, fileOf)
}
