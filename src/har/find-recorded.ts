import { decodeTestName, testNameOf } from '../coverage/test-name.ts'
import { matchesFilter } from '../journal/find-exchanges.ts'
import type { ExchangeFilter } from '../journal/find-exchanges.ts'
import { listJournal } from '../journal/list-journal.ts'
import type { JournalItem } from '../worlds/exchange.ts'
import type { World } from '../worlds/world.ts'

/** Conditions on the exchanges of some worlds; an exchange must meet all that are given. */
export interface RecordedFilter extends ExchangeFilter {
  /** The ids of exchanges. */
  readonly ids?: ReadonlySet<string> | undefined
  /** The name that requests give to their test. */
  readonly test?: string | undefined
}

/** An exchange, and the world that it was in. */
export interface FoundExchange {
  readonly exchange: JournalItem
  readonly world: World
}

/** Finds exchanges of some worlds, in the order in which their requests came. */
export function findRecorded (worlds: readonly World[], filter: RecordedFilter): FoundExchange[] {
  const { ids, test, ...conditions } = filter
  const found: FoundExchange[] = []
  for (const world of worlds) {
    for (const exchange of listJournal(world)) {
      const isNamed = ids === undefined || ids.has(exchange.id)
      if (isNamed && matchesFilter(exchange, conditions) && isOfTest(exchange, test)) found.push({ exchange, world })
    }
  }
  return found.sort((a, b) => a.exchange.realAt - b.exchange.realAt)
}

function isOfTest ({ requestHeaders }: JournalItem, test: string | undefined): boolean {
  return test === undefined || decodeTestName(testNameOf(requestHeaders)) === test
}
