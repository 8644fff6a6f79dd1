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

/**
 * Lists the exchanges of a world that matched no operation. The paths of `operations` are those
 * at which they are served.
 */
export function listUnmatched (
  exchanges: readonly Exchange[],
  operations: ReadonlyArray<Pick<Operation, 'id' | 'method' | 'path'>>,
  world: string
): UnmatchedEntry[] {
  return exchanges
    .filter(({ operation }) => operation === undefined)
    .map(exchange => {
      const near = nearestOperations(exchange.method, pathOf(exchange), operations)
      const nearest = near.map(({ operation: { id, method, path }, why }) => ({
        operation: id,
        method,
        path,
        why: why.join('; ')
      }))
      return { ...toJournalEntry(exchange, world), nearest }
    })
}
