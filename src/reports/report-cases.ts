import { findingText } from './describe.ts'
import { judgeReport, NO_GATES } from './gates.ts'
import type { Gates, GateResult } from './gates.ts'
import { ownerOf } from './summary.ts'
import type { Cell, Check, Finding, ReportPlace, TestReport } from './test-report.ts'

/** A part of a report as test frameworks see it: one test with its result. */
export interface ReportCase {
  /** `mews`, the name of a journey, or one of `GATES` and `FINDINGS`. */
  readonly suite: string
  /** `mews.addExport`; the suite where there is no operation. */
  readonly group: string
  readonly name: string
  /** What is neither touched nor judged is skipped. */
  readonly status: 'passed' | 'failed' | 'skipped'
  /** Why it failed or was skipped. */
  readonly message?: string
  readonly place?: ReportPlace
  /** In real milliseconds. */
  readonly tookMs: number
  /** The dimension of a cell, or the kind of the rest: `violations`, `check`, `gate`. */
  readonly tag: string
  readonly details: Readonly<Record<string, unknown>>
}

/** The suites of gates and findings. */
export const GATES = 'standin gates'
const FINDINGS = 'standin findings'

/** Lists a report as tests: gates, checks and findings, then the cells. Only a gate or a check makes one fail. */
export function listCases (report: TestReport, gates: Gates = NO_GATES): ReportCase[] {
  const results = judgeReport(report, gates).filter(({ gate }) => gate !== 'checks')
  return [
    ...results.map(gateCase),
    ...report.checks.map(checkCase),
    ...report.findings.map(finding => findingCase(finding, gates)),
    ...report.cells.map(cellCase)
  ]
}

function gateCase ({ gate, message, passed }: GateResult): ReportCase {
  const status = passed ? 'passed' : 'failed'
  return { suite: GATES, group: GATES, name: gate, status, message, tookMs: 0, tag: 'gate', details: {} }
}

function checkCase ({ message, name, operation, place, result, suite, tookMs }: Check): ReportCase {
  return {
    suite,
    group: operation ?? suite,
    name,
    status: result,
    ...message !== undefined && { message },
    ...place !== undefined && { place },
    tookMs,
    tag: 'check',
    details: { ...operation !== undefined && { operation } }
  }
}

function findingCase (finding: Finding, { failOn }: Gates): ReportCase {
  const { count, id, ignored, kind, operation, place, tests } = finding
  const isFailed = ignored === undefined && failOn.has(kind)
  const text = findingText(finding)
  return {
    suite: FINDINGS,
    group: kind,
    name: text,
    status: isFailed ? 'failed' : 'skipped',
    message: isFailed ? text : ignoredText(ignored) ?? `no gate fails for it: --fail-on ${kind} would`,
    ...place !== undefined && { place },
    tookMs: 0,
    tag: kind,
    details: { id, count, tests, ...operation !== undefined && { operation } }
  }
}

function cellCase (cell: Cell): ReportCase {
  const { api, dimension, hits, id, ignored, name, operation, place, tests } = cell
  const message = ignoredText(ignored) ?? (hits === 0 ? 'not touched' : undefined)
  return {
    suite: api,
    group: ownerOf(cell),
    name: `${dimension} ${name}`,
    status: message === undefined ? 'passed' : 'skipped',
    ...message !== undefined && { message },
    ...place !== undefined && { place },
    tookMs: 0,
    tag: dimension,
    details: { id, hits, tests, ...operation !== undefined && { operation } }
  }
}

function ignoredText (reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : `ignored: ${reason}`
}
