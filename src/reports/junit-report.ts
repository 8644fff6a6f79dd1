import { formatInstant } from '../worlds/clock.ts'
import { percentText, placeText } from './describe.ts'
import type { Gates } from './gates.ts'
import { oneLine } from './printable.ts'
import { listCases } from './report-cases.ts'
import type { ReportCase } from './report-cases.ts'
import { shareOf } from './summary.ts'
import type { TestReport } from './test-report.ts'
import { escapeXml, xmlAttributes } from './xml.ts'

/**
 * Writes a report as JUnit XML, as Jenkins, GitLab and others read it: a suite for each contract and journey, a class
 * for each operation, a case for each cell and check. What was not touched is skipped; only gates and checks fail.
 */
export function junitReport (report: TestReport, gates?: Gates): string {
  const cases = listCases(report, gates)
  const suites = [...Map.groupBy(cases, ({ suite }) => suite)]
  const counts = xmlAttributes({ name: 'standin', ...countsOf(cases), time: secondsOf(report.stop - report.start) })
  const written = suites.map(([name, own]) => suiteText(name, own, report))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts}>\n${written.join('')}</testsuites>\n`
}

function suiteText (name: string, cases: readonly ReportCase[], report: TestReport): string {
  const attributes = xmlAttributes({
    name: oneLine(name),
    timestamp: formatInstant(report.start).slice(0, 19),
    ...countsOf(cases),
    skipped: cases.filter(({ status }) => status === 'skipped').length,
    time: secondsOf(cases.reduce((sum, { tookMs }) => sum + tookMs, 0))
  })
  const cells = report.cells.filter(({ api }) => api === name)
  const coverage = xmlAttributes({ name: 'coverage', value: percentText(shareOf(cells)) })
  const properties = cells.length === 0 ? '' : `    <properties>\n      <property${coverage}/>\n    </properties>\n`
  return `  <testsuite${attributes}>\n${properties}${cases.map(caseText).join('')}  </testsuite>\n`
}

function caseText (testCase: ReportCase): string {
  const { group, name, status, tookMs } = testCase
  const attributes = xmlAttributes({ classname: oneLine(group), name: oneLine(name), time: secondsOf(tookMs) })
  if (status === 'passed') return `    <testcase${attributes}/>\n`
  return `    <testcase${attributes}>\n      ${status === 'failed' ? failureText(testCase) : skippedText(testCase)}
    </testcase>\n`
}

/** The older schemas of JUnit allow no attributes here; every reader takes the text. */
function skippedText ({ message = '' }: ReportCase): string {
  return `<skipped>${escapeXml(message)}</skipped>`
}

function failureText ({ message = '', place, tag }: ReportCase): string {
  const at = place === undefined ? '' : `\n${placeText(place)}`
  return `<failure${xmlAttributes({ type: tag, message: oneLine(message) })}>${escapeXml(message + at)}</failure>`
}

function countsOf (cases: readonly ReportCase[]): Record<string, number> {
  return { tests: cases.length, failures: cases.filter(({ status }) => status === 'failed').length, errors: 0 }
}

function secondsOf (milliseconds: number): string {
  return (Math.max(0, milliseconds) / 1000).toFixed(3)
}
