import { DIMENSIONS, FINDING_KINDS } from './test-report.ts'
import type { Cell, Check, Dimension, FindingKind, TestReport } from './test-report.ts'

/** How much of a set of cells was touched. */
export interface Share {
  readonly touched: number
  /** How many cells count; ignored ones do not. */
  readonly total: number
  readonly ignored: number
  /** With one decimal, rounded down, so that 100 is all of them; `null` where no cell counts. */
  readonly percent: number | null
}

/** The share of an operation, or of what belongs to an API and to no operation. */
export interface OperationShare extends Share {
  readonly api: string
  /** The operation's id: `mews.addExport`. */
  readonly operation?: string
}

/** The figures of a report. */
export interface Summary {
  readonly total: Share
  /** By dimension; those without cells are missing. */
  readonly dimensions: Readonly<Partial<Record<Dimension, Share>>>
  /** In the order of the report. */
  readonly operations: readonly OperationShare[]
  /** How often each kind of finding came; ignored ones do not count. */
  readonly findings: Readonly<Record<FindingKind, number>>
  readonly checks: Readonly<Record<Check['result'], number>>
}

/** Counts the cells, findings and checks of a report. */
export function summarize ({ cells, checks, findings }: TestReport): Summary {
  const byDimension = Map.groupBy(cells, ({ dimension }) => dimension)
  const shares = DIMENSIONS.map(dimension => [dimension, byDimension.get(dimension) ?? []] as const)
  const dimensions = shares.filter(([, own]) => own.length > 0).map(([dimension, own]) => [dimension, shareOf(own)])
  const byOwner = Map.groupBy(cells, ownerOf)
  return {
    total: shareOf(cells),
    dimensions: Object.fromEntries(dimensions),
    operations: [...byOwner.values()].map(operationShare),
    findings: countKinds(findings),
    checks: {
      passed: checks.filter(({ result }) => result === 'passed').length,
      failed: checks.filter(({ result }) => result === 'failed').length,
      skipped: checks.filter(({ result }) => result === 'skipped').length
    }
  }
}

/** Counts cells. */
export function shareOf (cells: readonly Cell[]): Share {
  const counted = cells.filter(({ ignored }) => ignored === undefined)
  const touched = counted.filter(({ hits }) => hits > 0).length
  const total = counted.length
  return { touched, total, ignored: cells.length - total, percent: percentOf(touched, total) }
}

/** Returns the name under which a report lists a cell: that of its operation, or else of its API. */
export function ownerOf ({ api, operation = api }: Pick<Cell, 'api' | 'operation'>): string {
  return operation
}

function percentOf (touched: number, total: number): number | null {
  return total === 0 ? null : Math.floor(touched * 1000 / total) / 10
}

function operationShare (cells: readonly Cell[]): OperationShare {
  const [first] = cells
  const { api = '', operation } = first ?? {}
  return { api, ...operation !== undefined && { operation }, ...shareOf(cells) }
}

function countKinds (findings: TestReport['findings']): Record<FindingKind, number> {
  const counts = FINDING_KINDS.map(kind => {
    const own = findings.filter(finding => finding.kind === kind && finding.ignored === undefined)
    return [kind, own.reduce((sum, { count }) => sum + count, 0)]
  })
  // A cast: there is an entry for each kind.
  return Object.fromEntries(counts) as Record<FindingKind, number>
}
