import { once } from 'node:events'
import { Server } from 'node:net'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { setTimer } from '../worlds/clock.ts'

/** How long a connection may stay open after its last answer, once the server stops. */
const SWEEP_MS = 20

export interface StopOptions {
  /**
   * How long a connection that is kept alive may still bring a request, in milliseconds.
   * @default 100
   */
  graceMs?: number
  /**
   * How long the requests in flight may take after that, in milliseconds. Docker kills after ten seconds.
   * @default 8000
   */
  limitMs?: number
}

/** Stops a server; tells whether everything was answered in time. */
export type Stop = (options?: StopOptions) => Promise<boolean>

/**
 * Prepares a server, before it listens, to be stopped without losing a request:
 * it then takes no more connections, answers whatever reaches it on those it has, and closes.
 */
export function prepareStop (app: FastifyInstance): Stop {
  const connections = new Set<Socket>()
  app.server.on('connection', socket => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })

  return async ({ graceMs = 100, limitMs = 8000 } = {}) => {
    app.server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'))
    // Not http's own close(): that cuts every idle connection at once, and with it a request that is on its way.
    Server.prototype.close.call(app.server)
    await once(app.server, 'close', { signal: AbortSignal.timeout(graceMs) }).catch(() => {})

    return new Promise((resolve, reject) => {
      const endSweeps = sweep(app.server, connections)
      const endWait = setTimer(limitMs, () => resolve(false))
      app.close().then(() => resolve(true), reject).finally(() => {
        endSweeps()
        endWait()
      })
    })
  }
}

/** Cuts the connections without a request, now and again and again: close() itself looks at them once, and waits for those that get idle later. */
function sweep (server: FastifyInstance['server'], connections: Iterable<Socket>): () => void {
  server.closeIdleConnections()
  // Before its first request a connection is not idle to http; browsers hold such ones ready.
  for (const socket of connections) if (socket.bytesRead === 0) socket.destroy()
  let end = setTimer(SWEEP_MS, () => { end = sweep(server, connections) })
  return () => end()
}
