import { Readable } from 'node:stream'
import type { Exchange } from '../worlds/exchange.ts'
import { setTimer } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'
import { isMeant } from './find-exchanges.ts'
import type { ExchangeFilter } from './find-exchanges.ts'
import { toJournalEntry } from './to-journal-entry.ts'

export interface StreamOptions {
  readonly filter?: ExchangeFilter
  /** The id of an exchange: those after it come first. From now on, where it is left out. */
  readonly after?: string
  /**
   * After how many real milliseconds without an exchange a comment keeps the connection open.
   * @default 15000
   */
  readonly heartbeatMs?: number
}

/**
 * Tells of the exchanges of a world as they come, as server-sent events (HTML standard, section 9.2). They are read from the journal when
 * there is room to send them, so that a slow reader costs no memory and no request waits. It ends with the world.
 */
export function streamExchanges (
  world: World,
  { filter = {}, after, heartbeatMs = 15_000 }: StreamOptions = {}
): Readable {
  let last = startOf(world, after)
  let hasRoom = false
  let isDue = false
  let isOver = false
  let stopTimer = (): void => {}

  const stream = new Readable({
    read () {
      hasRoom = true
      flow()
    },
    destroy (error, done) {
      isOver = true
      for (const end of ends) end()
      stopTimer()
      done(error)
    }
  })

  // Many exchanges come between two looks; none of them waits for the look.
  const flowSoon = (): void => {
    if (isDue) return
    isDue = true
    setImmediate(() => {
      isDue = false
      flow()
    })
  }
  const flow = (): void => {
    if (isOver) return
    for (const exchange of exchangesAfter(world, last)) {
      if (!hasRoom) return
      const number = Number(exchange.id)
      if (number > last + 1) hasRoom = stream.push(toEvent('dropped', { count: number - last - 1 }))
      last = number
      if (isMeant(exchange, filter)) {
        hasRoom = stream.push(
          toEvent('exchange', toJournalEntry(exchange, world.name), exchange.id)
        )
      }
    }
  }
  const beat = (): void => {
    stopTimer = setTimer(heartbeatMs, () => {
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

/** The number of the exchange to begin after. One that is yet to come is of a world before this one, which was reset. */
function startOf ({ exchanges }: World, after: string | undefined): number {
  const number = Number(after ?? exchanges)
  return Number.isSafeInteger(number) && number >= 0 && number <= exchanges ? number : 0
}

function exchangesAfter ({ store }: World, last: number): readonly Exchange[] {
  const exchanges = store.exchanges()
  const first = exchanges.findLastIndex(({ id }) => Number(id) <= last) + 1
  return exchanges.slice(first)
}

function toEvent (event: string, data: object, id?: string): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}
