import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { Server } from 'node:net'
import type { Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { setTimer } from '../worlds/clock.ts'

/** How often idle connections are closed, once the time of grace is over. */
const SWEEP_MS = 20

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

/** Stops a server, and returns whether all requests were answered in time. */
export type Stop = (options?: StopOptions) => Promise<boolean>

const LATEST = Symbol('latest response')

/**
 * An open connection with its latest response; before its first request it has none. Every request writes it,
 * so it is a property.
 */
type Connection = Socket & { [LATEST]?: ServerResponse }

type Connections = Set<Connection>

/**
 * Prepares a server, before it listens, to be stopped without losing a request: it then accepts no more
 * connections, answers the requests of those it has, and closes.
 */
export function prepareStop (app: FastifyInstance): Stop {
  const connections = trackConnections(app.server)

  return async ({ graceMs = 200, limitMs = 8000 } = {}) => {
    for (const connection of connections) announceEnd(connection[LATEST])
    let arrived = 0
    app.server.prependListener('request', (_request, response) => {
      arrived++
      announceEnd(response)
    })
    // Not http's own close(): that closes every idle connection at once, and loses a request that is on its
    // way.
    Server.prototype.close.call(app.server)
    // The loop ends, because a connection that has brought a request brings no other.
    for (let seen = -1, closed = false; seen < arrived && !closed;) {
      seen = arrived
      closed = await closesWithin(app.server, graceMs)
    }

    return new Promise((resolve, reject) => {
      const endSweeps = sweep(connections)
      const endWait = setTimer(limitMs, () => resolve(false))
      app.close().then(() => resolve(true), reject).finally(() => {
        endSweeps()
        endWait()
      })
    })
  }
}

function trackConnections (server: FastifyInstance['server']): Connections {
  const connections: Connections = new Set()
  server.on('connection', socket => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  server.prependListener('request', ({ socket }: { socket: Connection }, response) => { socket[LATEST] = response })
  return connections
}

function announceEnd (response: ServerResponse | undefined): void {
  if (response !== undefined && !response.headersSent) response.setHeader('Connection', 'close')
}

async function closesWithin (server: Server, graceMs: number): Promise<boolean> {
  const closed = await once(server, 'close', { signal: AbortSignal.timeout(graceMs) }).then(() => true, () => false)
  // On a busy machine the time may pass before what came meanwhile is read: it is read now.
  await setImmediate()
  return closed
}

/**
 * Closes the connections without a request, again and again. Node's close() does so once: it would wait for
 * connections that become idle later, and for those that browsers hold ready, which have had no request yet.
 */
function sweep (connections: Connections): () => void {
  let end = setTimer(SWEEP_MS, () => { end = sweep(connections) })
  for (const connection of connections) {
    if (connection[LATEST]?.writableFinished ?? true) connection.destroy()
  }
  return () => end()
}
