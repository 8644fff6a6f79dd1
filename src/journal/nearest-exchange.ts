import type { Operation } from '../contract/contract.ts'
import type { When } from '../scenarios/when.ts'
import type { JournalItem } from '../worlds/exchange.ts'
import { nearOperation } from './nearest-operations.ts'
import { whenDifferences } from './when-differences.ts'
import { partsOf } from './member-filter.ts'
import type { Difference } from './difference.ts'

/** An exchange that almost matches. */
export interface NearExchange {
  readonly exchange: JournalItem
  readonly differences: readonly Difference[]
}

interface Candidate extends NearExchange {
  readonly cost: number
}

interface ExpectedExchange {
  readonly operation: Operation
  readonly when: When
}

/**
 * Returns the exchange that is nearest to an expected request: the one of its operation with the
 * fewest differences, or else the one with the most similar path; the latest of equals.
 */
export function nearestExchange (
  exchanges: readonly JournalItem[],
  expected: ExpectedExchange
): NearExchange | undefined {
  const own = exchanges.filter(({ operation }) => operation === expected.operation.id)
  if (own.length === 0) return nearestOther(exchanges, expected)
  const candidates = own.map(exchange => {
    const differences = whenDifferences(expected.when, partsOf(exchange), exchange.credentials)
    return { exchange, differences, cost: differences.length }
  })
  return cheapest(candidates)
}

function nearestOther (
  exchanges: readonly JournalItem[],
  { operation }: ExpectedExchange
): NearExchange | undefined {
  const candidates: Candidate[] = []
  for (const exchange of exchanges) {
    const path = pathOf(exchange)
    const near = nearOperation(exchange.method, path, operation)
    if (near === undefined) continue
    const actual = exchange.operation ?? `${exchange.method} ${path}`
    const differences = [{ where: 'operation', expected: operation.id, actual }]
    candidates.push({ exchange, differences, cost: near.cost })
  }
  return cheapest(candidates)
}

/** Returns the path of an exchange's request, without its query. */
export function pathOf ({ url }: Pick<JournalItem, 'url'>): string {
  return url.split('?', 1)[0] ?? ''
}

function cheapest (candidates: readonly Candidate[]): NearExchange | undefined {
  let best: Candidate | undefined
  for (const candidate of candidates) {
    if (best === undefined || candidate.cost <= best.cost) best = candidate
  }
  return best && { exchange: best.exchange, differences: best.differences }
}
