import { annotationLines } from './annotation-lines.ts'
import type { Annotation } from './annotation-lines.ts'
import { FINDING_TITLES, findingText } from './describe.ts'
import { judgeReport, NO_GATES } from './gates.ts'
import type { Gates } from './gates.ts'
import { listMissed } from './list-missed.ts'
import { counted, oneLine } from './printable.ts'
import type { TestReport } from './test-report.ts'

/**
 * Writes a report as annotations of GitHub Actions: what fails as errors, other findings as warnings, and what was not
 * touched as notices, at most ten of each. `fileOf` returns the path of a file within the repository.
 */
export function githubAnnotations (
  report: TestReport,
  gates: Gates = NO_GATES,
  fileOf = (file: string): string => file
): string {
  const listed = [...gateAnnotations(report, gates), ...checkAnnotations(report)]
  const all = [...listed, ...findingAnnotations(report, gates), ...missedAnnotations(report)]
  return annotationLines(all, fileOf)
}

function gateAnnotations (report: TestReport, gates: Gates): Annotation[] {
  const failed = judgeReport(report, gates).filter(({ gate, passed }) => !passed && gate !== 'checks')
  return failed.map(({ gate, message }) => ({ severity: 'error', title: `Gate ${gate}`, message }))
}

function checkAnnotations ({ checks }: TestReport): Annotation[] {
  const failed = checks.filter(({ result }) => result === 'failed')
  return failed.map(({ message, name, operation = '', place, suite }) => ({
    severity: 'error',
    title: `${suite}: ${name} ${operation}`.trim(),
    message: message ?? 'This check failed.',
    place
  }))
}

function findingAnnotations ({ findings }: TestReport, { failOn }: Gates): Annotation[] {
  const shown = findings.filter(({ ignored }) => ignored === undefined)
  return shown.map(finding => ({
    severity: failOn.has(finding.kind) ? 'error' : 'warning',
    title: FINDING_TITLES[finding.kind],
    message: findingText(finding),
    place: finding.place
  }))
}

/** One for each operation: there would soon be more than ten for each cell. */
function missedAnnotations (report: TestReport): Annotation[] {
  return listMissed(report).map(({ dimensions, share, title }) => {
    const lines = dimensions.map(({ cells, dimension }) => {
      return `${dimension}: ${oneLine(cells.map(({ name }) => name).join(', '), 200)}`
    })
    return {
      severity: 'notice',
      title: `${title}: ${share.total - share.touched} of ${counted(share.total, 'cell')} not touched`,
      message: lines.join('\n'),
      place: dimensions.flatMap(({ cells }) => cells).find(({ place }) => place !== undefined)?.place
    }
  })
}
