import type { Socket } from 'node:net'
import type { Writable } from 'node:stream'

/** How long a client may read nothing of a response, in milliseconds, while the server closes. */
const PAUSE_MS = 1_000

const limited = new WeakSet<Socket>()

/** Tells whether a response waits for its client to read it. */
export function isUnread (response: Writable | undefined): boolean {
  if (response === undefined || response.writableFinished) return false
  return response.writableEnded || response.writableNeedDrain
}

/** Closes a connection once its client reads nothing of a response for a second. */
export function limitReading (connection: Socket, response: Writable | undefined): void {
  const isWaiting = isUnread(response)
  if (isWaiting === limited.has(connection)) return
  if (isWaiting) {
    limited.add(connection)
    connection.setTimeout(PAUSE_MS, () => connection.destroy())
  } else {
    limited.delete(connection)
    connection.setTimeout(0)
  }
}
