import { FINDING_TITLES, findingText } from './describe.ts'
import { judgeReport, NO_GATES } from './gates.ts'
import type { Gates } from './gates.ts'
import { listMissed } from './list-missed.ts'
import { counted, oneLine, printable } from './printable.ts'
import type { ReportPlace, TestReport } from './test-report.ts'

/** How many annotations of a severity GitHub takes of a step. */
const MOST = 10

type Severity = 'error' | 'warning' | 'notice'

interface Annotation {
  readonly severity: Severity
  readonly title: string
  readonly message: string
  readonly place?: ReportPlace | undefined
}

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
  const severities: readonly Severity[] = ['error', 'warning', 'notice']
  const shown = severities.flatMap(severity => firstOf(all.filter(annotation => annotation.severity === severity)))
  return shown.map(annotation => `${command(annotation, fileOf)}\n`).join('')
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

/** Returns the first annotations; the last of ten tells how many more there are. */
function firstOf (annotations: readonly Annotation[]): Annotation[] {
  const [first] = annotations
  if (first === undefined || annotations.length <= MOST) return [...annotations]
  const title = `${annotations.length - MOST + 1} more`
  const message = 'The summary and the other formats have all of them.'
  return [...annotations.slice(0, MOST - 1), { severity: first.severity, title, message }]
}

/** Writes a workflow command. What would end it or a property of it is encoded, as GitHub's toolkit does. */
function command ({ message, place, severity, title }: Annotation, fileOf: (file: string) => string): string {
  const at = place === undefined ? {} : { file: fileOf(place.file), line: place.line, col: place.column }
  const properties = Object.entries({ ...at, title: oneLine(title, 200) })
  const written = properties.map(([name, value]) => `${name}=${encodeProperty(String(value))}`).join(',')
  return `::${severity} ${written}::${encodeData(printable(message))}`
}

function encodeData (text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function encodeProperty (text: string): string {
  return encodeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
