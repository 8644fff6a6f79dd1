import { Readable } from 'node:stream'
import { exactJson } from '../exact-json.ts'
import { numberOf } from '../worlds/exchange.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { setTimer } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'
import { matchesFilter } from './find-exchanges.ts'
import type { ExchangeFilter } from './find-exchanges.ts'
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
  { filter = {}, after, heartbeatMs = 15_000 }: StreamOptions = {}
): Readable {
  let last = startOf(world, after)
  let hasRoom = false
  let hasRead = true
  let isDue = false
  let isOver = false
  let stopTimer = (): void => {}

  const stream = new Readable({
    read () {
      hasRoom = true
      hasRead = true
      flow()
    },
    destroy (error, done) {
      isOver = true
      for (const end of ends) end()
      stopTimer()
      done(error)
    }
  })

  // Exchanges are sent in batches, after the requests have been answered.
  const flowSoon = (): void => {
    if (isDue) return
    isDue = true
    setImmediate(() => {
      isDue = false
      flow()
    })
  }
  const flow = (): void => {
    // A reader that does not read costs nothing.
    if (isOver || !hasRoom) return
    for (const exchange of exchangesAfter(world, last)) {
      if (!hasRoom) return
      const number = numberOf(exchange)
      if (number > last + 1) hasRoom = stream.push(toEvent('dropped', { count: number - last - 1 }))
      last = number
      if (!matchesFilter(exchange, filter)) continue
      const entry = toJournalEntry(exchange, world.name)
      hasRoom = stream.push(toEvent('exchange', entry, String(number)))
    }
    flowPending()
  }
  const told = new Set(after === undefined ? world.pending.keys() : [])
  // Such an event has no id: after a reconnection, what is still pending is sent again.
  const flowPending = (): void => {
    for (const id of told) if (!world.pending.has(id)) told.delete(id)
    for (const [id, pending] of world.pending) {
      if (!hasRoom) return
      if (told.has(id)) continue
      told.add(id)
      if (matchesFilter(pending, filter)) hasRoom = stream.push(toEvent('pending', toJournalEntry(pending, world.name)))
    }
  }
  const beat = (): void => {
    stopTimer = setTimer(heartbeatMs, () => {
      if (!hasRoom && !hasRead) {
        stream.destroy()
        return
      }
      hasRead = false
      if (hasRoom && !isOver) hasRoom = stream.push(': still here\n\n')
      beat()
    })
  }
  const finish = (): void => {
    if (isOver) return
    isOver = true
    stream.push(null)
  }
  const ends = [world.exchanged.add(flowSoon), world.ended.add(finish)]

  // The headers are sent with the first bytes.
  stream.push('retry: 1000\n\n')
  if (world.hasEnded) finish()
  else beat()
  return stream
}

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
