import type { Socket } from 'node:net'
import { stopwatch } from '../worlds/clock.ts'

/** How long nothing must have come of a request that is not complete, in milliseconds, before it is given up. */
const STALLED_MS = 500

interface Progress {
  readonly bytes: number
  /** When it was first seen that this many bytes had come. */
  readonly since: number
}

const seen = new WeakMap<object, Progress>()

/**
 * Tells whether nothing has come on the connection of a request since this was asked before, for half a second.
 * `request` is any object that stands for the request.
 */
export function isStalled (request: object, { bytesRead: bytes = 0 }: Partial<Socket> = {}): boolean {
  const progress = seen.get(request)
  if (progress?.bytes === bytes) return stopwatch() - progress.since >= STALLED_MS
  seen.set(request, { bytes, since: stopwatch() })
  return false
}
