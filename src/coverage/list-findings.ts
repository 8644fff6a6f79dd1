import { nearestOperations } from '../journal/nearest-operations.ts'
import type { Finding } from '../reports/test-report.ts'
import type { CoverageFilter } from './coverage-filter.ts'
import type { Counted, FoundThing } from './findings.ts'
import { isWanted } from './is-wanted.ts'
import { listUnusedStubs } from './list-unused-stubs.ts'
import { listWaiting } from './list-waiting.ts'
import { placeOf } from './place-of.ts'
import type { ReportSource } from './report-source.ts'
import type { HitSums } from './sum-hits.ts'

/** Lists what was found and is of a report, with its counts and places. */
export function listFindings (filter: CoverageFilter, sums: HitSums, source: ReportSource): Finding[] {
  const counted: Counted[] = []
  for (const { cell, ...found } of source.findings.list()) {
    const { hits: count, tests } = sums.of(cell)
    if (count > 0) counted.push({ ...withNearest(found, source), count, tests })
  }
  const all = [...counted, ...listUnusedStubs(filter, source), ...listWaiting(filter, source)]
  return all.filter(found => isWanted(found, filter)).map(found => toFinding(found, source))
}

function toFinding ({ pointer, ...found }: Counted, { definitions }: ReportSource): Finding {
  const contract = definitions.contracts.find(({ name }) => name === found.api)
  return {
    ...found,
    ...pointer !== undefined && contract !== undefined && { place: placeOf(pointer, contract) }
  }
}

/** Adds the operation that is nearest to a request which matches none. */
function withNearest (found: FoundThing, { definitions }: ReportSource): FoundThing {
  const [kind, method = '', path = ''] = found.id.split(' ')
  if (kind !== 'unmatched') return found
  const [near] = nearestOperations(method, path, definitions.served(), 1)
  if (near === undefined) return found
  const { operation, why } = near
  const nearest = `${operation.method} ${operation.path} (${operation.id}): ${why.join('; ')}`
  return { ...found, message: `${found.message}; the nearest is ${nearest}` }
}
