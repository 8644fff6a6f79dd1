import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { Server } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { connectionsOf } from '../apis/connections.ts'
import { setTimer } from '../worlds/clock.ts'

export interface StopOptions {
  /**
   * How long no request must come before idle connections are closed, in milliseconds.
   * @default 200
   */
  graceMs?: number
  /**
   * How long the requests in flight may take after that, in milliseconds. Docker kills the process after ten
   * seconds.
   * @default 8000
   */
  limitMs?: number
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Hands the worlds over to other servers that share them; `undefined` where they are this server's alone. */
    handOver?: () => Promise<void>
  }
}

/** Stops a server, and returns whether all requests were answered in time. */
export type Stop = (options?: StopOptions) => Promise<boolean>

/**
 * Prepares a server, before it listens, to be stopped without losing a request: it then accepts no more
 * connections, answers the requests of those it has, and closes.
 */
export function prepareStop (app: FastifyInstance): Stop {
  const connections = connectionsOf(app.server)

  return async ({ graceMs = 200, limitMs = 8000 } = {}) => {
    // Where that fails, the worlds are given back when the app closes.
    await app.handOver?.().catch(() => {})
    for (const response of connections.latest()) announceEnd(response)
    connections.announceEnd()
    let arrived = 0
    app.server.prependListener('request', (request, response) => {
      arrived++
      if (request.httpVersionMajor !== 2) announceEnd(response)
    })
    // Not http's own close(): that closes every idle connection at once, and loses a request that is on its
    // way.
    Server.prototype.close.call(app.server)
    // The loop ends, because a connection that has brought a request brings no other.
    for (let seen = -1, closed = false; seen < arrived && !closed;) {
      seen = arrived
      closed = await closesWithin(app.server, graceMs)
    }

    connections.refuseStreams()
    return new Promise((resolve, reject) => {
      connections.sweep()
      const endWait = setTimer(limitMs, () => resolve(false))
      app.close().then(() => resolve(true), reject).finally(endWait)
    })
  }
}

function announceEnd (response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}

async function closesWithin (server: Server, graceMs: number): Promise<boolean> {
  const closed = await once(server, 'close', { signal: AbortSignal.timeout(graceMs) }).then(() => true, () => false)
  // On a busy machine the time may pass before what came meanwhile is read: it is read now.
  await setImmediate()
  return closed
}
