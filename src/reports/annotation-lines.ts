import { oneLine, printable } from './printable.ts'
import type { ReportPlace } from './test-report.ts'

/** How many annotations of a severity GitHub takes of a step. */
const MOST = 10

type Severity = 'error' | 'warning' | 'notice'

/** A note at a place in a file. */
export interface Annotation {
  readonly severity: Severity
  readonly title: string
  readonly message: string
  readonly place?: ReportPlace | undefined
}

/**
 * Writes annotations as workflow commands of GitHub Actions, at most ten of each severity. `fileOf` returns the path of
 * a file within the repository.
 */
export function annotationLines (all: readonly Annotation[], fileOf: (file: string) => string): string {
  const severities: readonly Severity[] = ['error', 'warning', 'notice']
  const shown = severities.flatMap(severity => firstOf(all.filter(annotation => annotation.severity === severity)))
  return shown.map(annotation => `${command(annotation, fileOf)}\n`).join('')
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
