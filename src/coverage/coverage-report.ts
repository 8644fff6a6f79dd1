import { applyIgnoreList } from '../reports/ignore-list.ts'
import { summarize } from '../reports/summary.ts'
import type { Summary } from '../reports/summary.ts'
import type { FindingKind, TestReport } from '../reports/test-report.ts'
import { readVersion } from '../version.ts'
import { systemTime } from '../worlds/clock.ts'
import type { CoverageFilter } from './coverage-filter.ts'
import { listCells } from './list-cells.ts'
import { listFindings } from './list-findings.ts'
import type { ReportSource } from './report-source.ts'
import { sumHits } from './sum-hits.ts'

/** A report of what tests touched, with its figures. */
export interface CoverageReport extends TestReport {
  readonly summary: Summary
  /** The numbers of tests and findings that are not listed, because there are too many. */
  readonly leftOut: {
    /** How many tests are counted, but not named. */
    readonly tests: number
    /** How often something was found that is not listed, by kind. */
    readonly findings: Readonly<Partial<Record<FindingKind, number>>>
  }
  /** The patterns of what to ignore that match nothing in this report. */
  readonly unusedIgnores: readonly string[]
}

/** Creates the report of what was counted. Only here, documents are searched for the places of cells. */
export function createCoverageReport (filter: CoverageFilter, source: ReportSource): CoverageReport {
  const sums = sumHits(source.hits, filter)
  const counted: TestReport = {
    version: 1,
    tool: { name: 'standin', version: readVersion() },
    start: source.start,
    stop: systemTime(),
    cells: listCells(filter, sums, source),
    findings: listFindings(filter, sums, source),
    checks: []
  }
  const { report, unused } = applyIgnoreList(counted, source.definitions.ignore)
  return {
    ...report,
    summary: summarize(report),
    leftOut: { tests: source.hits.leftOut, findings: leftOutOf(source) },
    unusedIgnores: unused.map(({ ignore }) => ignore)
  }
}

function leftOutOf ({ findings, stubs }: ReportSource): CoverageReport['leftOut']['findings'] {
  return { ...findings.leftOut(), ...stubs.leftOut > 0 && { 'unused-stubs': stubs.leftOut } }
}
