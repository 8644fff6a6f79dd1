import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ServerHttp2Session, ServerHttp2Stream } from 'node:http2'
import type { Server, Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { setTimer } from '../worlds/clock.ts'
import { http2Stream, isIncomplete } from './http2-stream.ts'
import { isStalled } from './is-stalled.ts'

/** How often idle connections are closed while a server closes, in milliseconds. */
const SWEEP_MS = 20

/** The highest number of a stream of HTTP/2. */
const LAST_STREAM = 2 ** 31 - 1

/** The error code of a stream that is no longer needed (RFC 9113, section 7). */
const CANCEL = 8

const LATEST = Symbol('latest response')

/**
 * An open connection with its latest response; before its first request it has none. Every request writes it, so it is
 * a property.
 */
type Connection = Socket & { [LATEST]?: ServerResponse }

/** The open connections of a server. */
export class Connections {
  readonly #server: Server
  readonly #open = new Set<Connection>()
  /** The connections of HTTP/2, which have many requests at a time. */
  readonly #sessions = new Set<ServerHttp2Session>()
  /** The streams of HTTP/2 whose requests have bodies. */
  readonly #streams = new Set<ServerHttp2Stream>()
  /** The connections below those of TLS, by their peers. */
  readonly #raw = new Map<string, Socket>()
  #isSweeping = false

  constructor (server: Server) {
    this.#server = server
    server.on('connection', socket => {
      const peer = peerOf(socket)
      this.#raw.set(peer, socket)
      socket.once('close', () => this.#raw.delete(peer))
      keep(this.#open, socket)
    })
    // The connection of TLS is another socket, to the same peer.
    server.on('secureConnection', (socket: TLSSocket) => {
      const raw = this.below(socket)
      if (raw !== undefined) this.#open.delete(raw)
      if (socket.alpnProtocol !== 'h2') keep(this.#open, socket)
    })
    server.on('session', (session: ServerHttp2Session) => keep(this.#sessions, session))
    server.prependListener('request', (request: IncomingMessage & { socket: Connection }, response: ServerResponse) => {
      const stream = http2Stream(request)
      if (stream === undefined) request.socket[LATEST] = response
      else if (!stream.endAfterHeaders) keep(this.#streams, stream)
    })
  }

  /** Returns the connection below one of TLS. */
  below (socket: TLSSocket): Socket | undefined {
    return this.#raw.get(peerOf(socket))
  }

  /**
   * Announces to the connections of HTTP/2 that the server closes. Requests that are on their way are still answered
   * (RFC 9113, section 6.8).
   */
  announceEnd (): void {
    for (const session of this.#sessions) session.goaway(0, LAST_STREAM)
  }

  /** Has the connections of HTTP/2 end with the responses to the requests that they have. */
  refuseStreams (): void {
    for (const session of this.#sessions) session.close()
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
    if (!this.#server.listening && this.#open.size === 0 && this.#sessions.size === 0) {
      this.#isSweeping = false
      return
    }
    setTimer(SWEEP_MS, () => {
      for (const connection of this.#open) {
        if (isIdle(connection) || hasStalled(connection)) connection.destroy()
      }
      this.refuseStreams()
      for (const stream of this.#streams) {
        if (isIncomplete(stream) && isStalled(stream, stream.session?.socket)) stream.close(CANCEL)
      }
      this.#sweepAgain()
    })
  }
}

function keep<Item extends Socket | ServerHttp2Session | ServerHttp2Stream> (items: Set<Item>, item: Item): void {
  items.add(item)
  item.once('close', () => items.delete(item))
}

function peerOf ({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`
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
function hasStalled (connection: Connection): boolean {
  return connection[LATEST]?.req.complete === false && isStalled(connection, connection)
}
