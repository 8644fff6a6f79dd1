import type { Operation } from '../contract/contract.ts'
import type { When } from '../scenarios/when.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { nearOperation } from './nearest-operations.ts'
import { partsOf } from './parts-of.ts'
import { whenDifferences } from './when-differences.ts'
import type { Difference } from './when-differences.ts'

/** An exchange that is almost what is looked for. */
export interface NearExchange {
  readonly exchange: Exchange
  readonly differences: readonly Difference[]
}

interface Wanted {
  readonly operation: Operation
  readonly when: When
}

/** The exchange that comes nearest to a request: one of its operation with the fewest differences, or else one whose path is alike; of equals, the latest. */
export function nearestExchange (
  exchanges: readonly Exchange[],
  wanted: Wanted
): NearExchange | undefined {
  const own = exchanges.filter(({ operation }) => operation === wanted.operation.id)
  if (own.length === 0) return nearestOther(exchanges, wanted)
  return least(
    own.map(exchange => {
      const differences = whenDifferences(wanted.when, partsOf(exchange))
      return { exchange, differences, cost: differences.length }
    })
  )
}

function nearestOther (
  exchanges: readonly Exchange[],
  { operation }: Wanted
): NearExchange | undefined {
  return least(
    exchanges.flatMap(exchange => {
      const path = pathOf(exchange)
      const near = nearOperation(exchange.method, path, operation)
      if (near === undefined) return []
      const actual = exchange.operation ?? `${exchange.method} ${path}`
      return [
        {
          exchange,
          differences: [{ where: 'operation', expected: operation.id, actual }],
          cost: near.cost
        }
      ]
    })
  )
}

/** The path of an exchange's request, without its query. */
export function pathOf ({ url }: Pick<Exchange, 'url'>): string {
  return url.split('?', 1)[0] ?? ''
}

function least (
  candidates: ReadonlyArray<NearExchange & { readonly cost: number }>
): NearExchange | undefined {
  const [first, ...others] = candidates
  if (first === undefined) return undefined
  const { differences, exchange } = others.reduce(
    (best, candidate) => (candidate.cost <= best.cost ? candidate : best),
    first
  )
  return { differences, exchange }
}
