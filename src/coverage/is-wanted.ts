import type { Finding } from '../reports/test-report.ts'
import type { CoverageFilter } from './coverage-filter.ts'

/** Returns whether a part belongs to the API and the operation that a report is of. */
export function isWanted ({ api, operation }: Pick<Finding, 'api' | 'operation'>, filter: CoverageFilter): boolean {
  return isOf(filter.api, api) && isOf(filter.operation, operation)
}

/** Returns whether a name is the wanted one; any is, where none is wanted. */
export function isOf (wanted: string | undefined, own: string | undefined): boolean {
  return wanted === undefined || wanted === own
}
