import type { JournalItem } from '../worlds/exchange.ts'
import type { World } from '../worlds/world.ts'

/** Lists the exchanges of a world, oldest first, and then the requests whose response is still due. */
export function listJournal ({ pending, store }: Pick<World, 'pending' | 'store'>): readonly JournalItem[] {
  const exchanges = store.exchanges()
  return pending.size === 0 ? exchanges : [...exchanges, ...pending.values()]
}
