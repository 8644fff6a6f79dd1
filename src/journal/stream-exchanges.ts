import type { Readable } from 'node:stream'
import { exactJson } from '../exact-json.ts'
import { numberOf } from '../worlds/exchange.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { World } from '../worlds/world.ts'
import { matchesFilter } from './find-exchanges.ts'
import type { ExchangeFilter } from './find-exchanges.ts'
import { createPulledEvents } from './pulled-events.ts'
import { toJournalEntry } from './to-journal-entry.ts'

export interface StreamOptions {
  readonly filter?: ExchangeFilter
  /** The id of an exchange: later ones are sent first. By default only new ones are sent. */
  readonly after?: string
  /**
   * The time between two comments that keep the connection open, in real milliseconds.
   * @default 15000
   */
  readonly heartbeatMs?: number
}

/**
 * Streams the exchanges of a world as server-sent events (HTML standard, section 9.2). They are read from the journal
 * when there is room to send them, so that a slow reader costs no memory and delays no request. The stream ends with
 * the world, and where its reader reads nothing of what waits between two heartbeats.
 */
export function streamExchanges (
  world: World,
  { filter = {}, after, heartbeatMs }: StreamOptions = {}
): Readable {
  let last = startOf(world, after)
  const told = new Set(after === undefined ? world.pending.keys() : [])

  const flow = (push: Push): void => {
    for (const exchange of exchangesAfter(world, last)) {
      const number = numberOf(exchange)
      const missed = number - last - 1
      last = number
      const hasRoom = missed === 0 || push(toEvent('dropped', { count: missed }))
      const isSent = matchesFilter(exchange, filter)
      if (isSent && !push(toEvent('exchange', toJournalEntry(exchange, world.name), String(number)))) return
      if (!hasRoom) return
    }
    flowPending(push)
  }
  // Such an event has no id: after a reconnection, what is still pending is sent again.
  const flowPending = (push: Push): void => {
    for (const id of told) if (!world.pending.has(id)) told.delete(id)
    for (const [id, pending] of world.pending) {
      if (told.has(id)) continue
      told.add(id)
      const isSent = matchesFilter(pending, filter)
      if (isSent && !push(toEvent('pending', toJournalEntry(pending, world.name)))) return
    }
  }
  const closed = (): void => {
    for (const end of ends) end()
  }
  const { finish, flowSoon, stream } = createPulledEvents({ flow, closed, heartbeatMs })
  const ends = [world.exchanged.add(flowSoon), world.ended.add(finish)]
  if (world.hasEnded) finish()
  return stream
}

type Push = (text: string) => boolean

/**
 * Returns the number of the exchange to begin after. A number that this world has not reached is
 * from before it was reset: all exchanges are sent then.
 */
function startOf ({ store }: World, after: string | undefined): number {
  const latest = store.latestNumber('exchanges') ?? 0
  const waited = store.exchanges().find(({ id, number }) => number !== undefined && id === after)
  const number = waited === undefined ? Number(after ?? latest) : numberOf(waited)
  return Number.isSafeInteger(number) && number >= 0 && number <= latest ? number : 0
}

function exchangesAfter ({ store }: World, last: number): readonly Exchange[] {
  const exchanges = store.exchanges()
  const first = exchanges.findLastIndex(exchange => numberOf(exchange) <= last) + 1
  return exchanges.slice(first)
}

function toEvent (event: string, data: object, id?: string): string {
  const idLine = id === undefined ? '' : `id: ${id}\n`
  return `event: ${event}\n${idLine}data: ${exactJson.stringify(data)}\n\n`
}
