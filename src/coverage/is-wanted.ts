import type { Finding } from '../reports/test-report.ts'
import type { CoverageFilter } from './coverage-filter.ts'

/** Tells whether something belongs to the API and to the operation that a report is of. */
export function isWanted ({ api, operation }: Pick<Finding, 'api' | 'operation'>, filter: CoverageFilter): boolean {
  return isOf(filter.api, api) && isOf(filter.operation, operation)
}

export function isOf (wanted: string | undefined, own: string | undefined): boolean {
  return wanted === undefined || wanted === own
}
