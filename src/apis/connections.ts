import type { ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import { setTimer, stopwatch } from '../worlds/clock.ts'

/** How often idle connections are closed while a server closes, in milliseconds. */
const SWEEP_MS = 20

/** How long nothing must have come of a request that is not complete, in milliseconds, before it is given up. */
const STALLED_MS = 500

const LATEST = Symbol('latest response')
const READ = Symbol('bytes that were read')

/**
 * An open connection with its latest response; before its first request it has none. Every request writes it, so it is
 * a property.
 */
type Connection = Socket & { [LATEST]?: ServerResponse, [READ]?: { readonly bytes: number, readonly since: number } }

/** The open connections of a server. */
export class Connections {
  readonly #server: Server
  readonly #open = new Set<Connection>()
  #isSweeping = false

  constructor (server: Server) {
    this.#server = server
    server.on('connection', socket => {
      this.#open.add(socket)
      socket.once('close', () => this.#open.delete(socket))
    })
    server.prependListener('request', ({ socket }: { socket: Connection }, response: ServerResponse) => {
      socket[LATEST] = response
    })
  }

  /** Lists the latest responses of all connections. */
  latest (): ServerResponse[] {
    return [...this.#open].flatMap(connection => connection[LATEST] ?? [])
  }

  /**
   * Closes the connections without a request, again and again until all are closed. Node does so once: it would wait
   * for connections that become idle later, for those that clients hold ready, which have had no request yet, and for
   * requests that never become complete.
   */
  sweep (): void {
    if (this.#isSweeping) return
    this.#isSweeping = true
    this.#sweepAgain()
  }

  #sweepAgain (): void {
    if (!this.#server.listening && this.#open.size === 0) {
      this.#isSweeping = false
      return
    }
    setTimer(SWEEP_MS, () => {
      for (const connection of this.#open) {
        if (isIdle(connection) || isStalled(connection)) connection.destroy()
      }
      this.#sweepAgain()
    })
  }
}

const known = new WeakMap<Server, Connections>()

/** Returns the connections of a server, which are tracked from the first call on. */
export function connectionsOf (server: Server): Connections {
  let connections = known.get(server)
  if (connections === undefined) known.set(server, connections = new Connections(server))
  return connections
}

/** Returns the latest response of a connection. */
export function latestResponse (connection: Connection): ServerResponse | undefined {
  return connection[LATEST]
}

function isIdle (connection: Connection): boolean {
  return connection[LATEST]?.writableFinished ?? true
}

/** Tells whether the rest of a request does not come. */
function isStalled (connection: Connection): boolean {
  if (connection[LATEST]?.req.complete !== false) return false
  const { bytesRead: bytes } = connection
  const read = connection[READ]
  if (read?.bytes !== bytes) connection[READ] = { bytes, since: stopwatch() }
  return read?.bytes === bytes && stopwatch() - read.since >= STALLED_MS
}
