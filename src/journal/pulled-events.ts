import { Readable } from 'node:stream'
import { setTimer } from '../worlds/clock.ts'

export interface PulledEventsOptions {
  /** Pushes events while `push` returns true; called when there may be some, and room for them. */
  readonly flow: (push: (text: string) => boolean) => void
  /** Returns what is sent to keep the connection open; a comment by default. */
  readonly beat?: () => string
  /** Called when the stream is over, whoever ended it. */
  readonly closed: () => void
  /**
   * The time between two texts that keep the connection open, in real milliseconds.
   * @default 15000
   */
  readonly heartbeatMs?: number | undefined
}

/** A stream of server-sent events that is filled as it is read. */
export interface PulledEvents {
  readonly stream: Readable
  /** Sends what there is, after the requests of this turn have been answered. */
  readonly flowSoon: () => void
  /** Ends the stream. */
  readonly finish: () => void
}

/**
 * Creates a stream of server-sent events (HTML standard, section 9.2). Events are asked for when there is room to send
 * them, so that a slow reader costs no memory and delays no request. The stream ends where its reader reads nothing of
 * what waits between two heartbeats.
 */
export function createPulledEvents (
  { beat = () => ': still here\n\n', closed, flow, heartbeatMs = 15_000 }: PulledEventsOptions
): PulledEvents {
  let hasRoom = false
  let hasRead = true
  let isDue = false
  let isOver = false
  let stopTimer = (): void => {}

  const stream = new Readable({
    read () {
      hasRoom = true
      hasRead = true
      flowNow()
    },
    destroy (error, done) {
      isOver = true
      stopTimer()
      closed()
      done(error)
    }
  })
  const push = (text: string): boolean => (hasRoom = stream.push(text))
  // A reader that does not read costs nothing.
  const flowNow = (): void => {
    if (!isOver && hasRoom) flow(push)
  }
  const keepOpen = (): void => {
    stopTimer = setTimer(heartbeatMs, () => {
      if (!hasRoom && !hasRead) {
        stream.destroy()
        return
      }
      hasRead = false
      if (hasRoom && !isOver) push(beat())
      keepOpen()
    })
  }
  // The headers are sent with the first bytes.
  stream.push('retry: 1000\n\n')
  keepOpen()
  return {
    stream,
    flowSoon: () => {
      if (isDue) return
      isDue = true
      setImmediate(() => {
        isDue = false
        flowNow()
      })
    },
    finish: () => {
      if (isOver) return
      isOver = true
      stream.push(null)
    }
  }
}
