import type { Operation } from '../contract/contract.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { pathOf } from './nearest-exchange.ts'
import { nearestOperations } from './nearest-operations.ts'
import { toJournalEntry } from './to-journal-entry.ts'
import type { JournalEntry } from './to-journal-entry.ts'

/** A request that matched no operation, with the nearest operations. */
export interface UnmatchedEntry extends JournalEntry {
  readonly nearest: ReadonlyArray<{
    readonly operation: string
    readonly method: string
    readonly path: string
    readonly why: string
  }>
}

type Nearest = UnmatchedEntry['nearest']

/** The most requests for which the nearest operations are looked for, the latest ones. */
const MAX_COMPARED = 100

/**
 * Lists the exchanges of a world that matched no operation. The paths of `operations` are those
 * at which they are served.
 */
export function listUnmatched (
  exchanges: readonly Exchange[],
  operations: ReadonlyArray<Pick<Operation, 'id' | 'method' | 'path'>>,
  world: string
): UnmatchedEntry[] {
  const unmatched = exchanges.filter(({ operation }) => operation === undefined)
  const nearest = new Map<string, Nearest>()
  for (const exchange of unmatched.toReversed()) {
    const line = lineOf(exchange)
    if (nearest.size === MAX_COMPARED) break
    if (!nearest.has(line)) nearest.set(line, listNearest(exchange, operations))
  }
  return unmatched.map(exchange => ({
    ...toJournalEntry(exchange, world),
    nearest: nearest.get(lineOf(exchange)) ?? []
  }))
}

function lineOf (exchange: Exchange): string {
  return `${exchange.method} ${pathOf(exchange)}`
}

function listNearest (
  exchange: Exchange,
  operations: ReadonlyArray<Pick<Operation, 'id' | 'method' | 'path'>>
): Nearest {
  const near = nearestOperations(exchange.method, pathOf(exchange), operations)
  return near.map(({ operation: { id, method, path }, why }) => ({
    operation: id,
    method,
    path,
    why: why.join('; ')
  }))
}
