import type { ServerResponse } from 'node:http'
import { setTimer } from '../worlds/clock.ts'

/** The most bytes of a body that are read after the response to it, and dropped. */
const MOST = 64 * 2 ** 20

/** How long nothing must have come of a body, in milliseconds, before its client is taken to wait. */
const PAUSE_MS = 500

/** The connections of which nothing more can be read. */
const unreadable = new WeakSet<object>()

/** Notes that nothing more can be read of a connection, or comes in time: no response waits for the rest. */
export function markUnreadable (socket: object): void {
  unreadable.add(socket)
}

/** Tells whether a response is sent before all of the request has come. */
export function isEarly ({ req: { complete, headers, socket } }: ServerResponse): boolean {
  if (complete !== false || unreadable.has(socket)) return false
  const length = headers['content-length']
  return (length !== undefined && length !== '0') || headers['transfer-encoding'] !== undefined
}

/**
 * Writes the body of a response that comes early, and ends it when the body of the request has been read, up to a
 * bound. A connection that is closed before would be reset, and a client that still sends would not see the response
 * (RFC 9112, section 9.6).
 */
export function endWhenRead (response: ServerResponse, payload: string | Buffer | undefined): void {
  const { req } = response
  if (payload === undefined || payload.length === 0) response.flushHeaders()
  else response.write(payload)
  let read = 0
  let readBefore = -1
  const drop = (chunk: Buffer): void => {
    read += chunk.length
    if (read > MOST) end()
  }
  const endAtPause = (): void => {
    if (read === readBefore) return end()
    readBefore = read
    cancel = setTimer(PAUSE_MS, endAtPause)
  }
  let cancel = setTimer(PAUSE_MS, endAtPause)
  const end = (): void => {
    cancel()
    req.off('data', drop).off('end', end).off('close', end)
    response.end()
  }
  req.on('data', drop).once('end', end).once('close', end)
  req.resume()
}
