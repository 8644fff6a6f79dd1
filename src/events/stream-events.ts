import type { Readable } from 'node:stream'
import { createPulledEvents } from '../journal/pulled-events.ts'
import type { EventHub } from './event-hub.ts'
import type { EventKind } from './event-kinds.ts'
import type { LoggedEvent } from './event-log.ts'

export interface EventStreamOptions {
  /** The kinds of events that are sent; all where none are given. */
  readonly kinds?: ReadonlySet<EventKind> | undefined
  /** The name of the world whose events are sent; all where none is given. */
  readonly world?: string | undefined
  /** The id of the last event that was read: later ones are sent first. By default only new ones are sent. */
  readonly after?: string | undefined
  /**
   * The time between two texts that keep the connection open, in real milliseconds.
   * @default 15000
   */
  readonly heartbeatMs?: number
}

/**
 * Streams what happens in the worlds of a server as server-sent events. Where events can no longer be sent, as they are
 * not kept any more, `gap` says so. The stream ends with the server.
 */
export function streamEvents (hub: EventHub, { after, heartbeatMs, kinds, world }: EventStreamOptions = {}): Readable {
  const { leave, log } = hub.join(() => finish())
  const known = after === undefined ? log.latest : log.numberOf(after)
  /** The number of the last event that was read. */
  let last = known ?? log.latest
  let isGapDue = known === undefined

  const isMeant = (event: LoggedEvent): boolean =>
    (world === undefined || event.world === world) && (kinds === undefined || kinds.has(event.kind))
  const flow = (push: (text: string) => boolean): void => {
    let hasRoom = true
    const tellGap = (missed: number | null): void => {
      hasRoom = push(toText('gap', log.idOf(last), JSON.stringify({ kind: 'gap', missed })))
    }
    if (isGapDue) tellGap(null)
    isGapDue = false
    while (hasRoom && last < log.latest) {
      const event = log.get(last + 1)
      if (event === undefined) {
        const missed = log.oldest - last - 1
        last += missed
        tellGap(missed)
        continue
      }
      last++
      if (isMeant(event)) hasRoom = push(toText(event.kind, log.idOf(last), event.text))
    }
  }
  const forget = log.added.add(() => flowSoon())
  const closed = (): void => {
    forget()
    leave()
  }
  // An id without data is no event, but counts for a reconnection: events that are not meant need not be read again.
  const beat = (): string => `id: ${log.idOf(last)}\n\n`
  const { finish, flowSoon, stream } = createPulledEvents({ flow, beat, closed, heartbeatMs })
  return stream
}

function toText (event: string, id: string, data: string): string {
  return `event: ${event}\nid: ${id}\ndata: ${data}\n\n`
}
