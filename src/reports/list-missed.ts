import { shareOf } from './summary.ts'
import type { Share } from './summary.ts'
import { DIMENSIONS } from './test-report.ts'
import type { Cell, Dimension, TestReport } from './test-report.ts'

/** The cells of an operation, or of an API, that nothing touched. */
export interface Missed {
  /** `mews.addExport`; `mews (as a whole)` for what belongs to no operation. */
  readonly title: string
  readonly share: Share
  /** In the order of the dimensions; each has at least one cell. */
  readonly dimensions: ReadonlyArray<{ readonly dimension: Dimension, readonly cells: readonly Cell[] }>
}

/** Lists what nothing touched: operations without any touched cell first, then by their shares. */
export function listMissed ({ cells }: Pick<TestReport, 'cells'>): Missed[] {
  const byOwner = [...Map.groupBy(cells, ownerTitle)]
  const missed = byOwner.map(([title, own]) => ({ title, share: shareOf(own), dimensions: byDimension(own) }))
  return missed
    .filter(({ dimensions }) => dimensions.length > 0)
    .sort((one, other) => (one.share.percent ?? 0) - (other.share.percent ?? 0))
}

/** Returns the name of a cell's operation for headings, or that of its API. */
export function ownerTitle ({ api, operation }: Pick<Cell, 'api' | 'operation'>): string {
  return operation ?? `${api} (as a whole)`
}

function byDimension (cells: readonly Cell[]): Missed['dimensions'] {
  const missed = cells.filter(({ hits, ignored }) => hits === 0 && ignored === undefined)
  const groups = Map.groupBy(missed, ({ dimension }) => dimension)
  return DIMENSIONS
    .map(dimension => ({ dimension, cells: groups.get(dimension) ?? [] }))
    .filter(({ cells }) => cells.length > 0)
}
