import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ServerHttp2Session, ServerHttp2Stream } from 'node:http2'
import type { Server, Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { setTimer, stopwatch } from '../worlds/clock.ts'
import { http2Stream, isIncomplete } from './http2-stream.ts'
import { isStalled } from './is-stalled.ts'
import { isUnread, limitReading } from './limit-reading.ts'

/** How often idle connections are closed while a server closes, in milliseconds. */
const SWEEP_MS = 20

/** The most time that clients have to read their responses while a server closes, in milliseconds. */
const READING_MS = 5_000

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
  /** The connections of HTTP/2, which have many requests at a time, with those below them. */
  readonly #sessions = new Map<ServerHttp2Session, Socket | undefined>()
  /** The streams of HTTP/2. */
  readonly #streams = new Set<ServerHttp2Stream>()
  /** The connections below those of TLS, by their peers. */
  readonly #raw = new Map<string, Socket>()
  /** When closing began; `undefined` before. */
  #sweepsSince: number | undefined

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
    server.on('session', (session: ServerHttp2Session) => {
      this.#sessions.set(session, this.#raw.get(peerOf(session.socket)))
      session.once('close', () => this.#sessions.delete(session))
    })
    server.prependListener('request', (request: IncomingMessage & { socket: Connection }, response: ServerResponse) => {
      const stream = http2Stream(request)
      if (stream === undefined) request.socket[LATEST] = response
      else keep(this.#streams, stream)
    })
    // Node's own takes a connection for idle whose client has not read all of its response, and cuts that off.
    Object.assign(server, { closeIdleConnections: () => this.#closeIdle() })
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
    for (const session of this.#sessions.keys()) session.goaway(0, LAST_STREAM)
  }

  /** Has the connections of HTTP/2 end with the responses to the requests that they have. */
  refuseStreams (): void {
    for (const session of this.#sessions.keys()) session.close()
  }

  /** Lists the latest responses of all connections. */
  latest (): ServerResponse[] {
    return [...this.#open].flatMap(connection => connection[LATEST] ?? [])
  }

  /**
   * Closes the connections without a request, again and again until all are closed. Node does so once: it would wait
   * for connections that become idle later, for those that clients hold ready, which have had no request yet, for
   * requests that never become complete, and for responses that nobody reads.
   */
  sweep (): void {
    if (this.#sweepsSince !== undefined) return
    this.#sweepsSince = stopwatch()
    this.#sweepAgain(this.#sweepsSince)
  }

  #sweepAgain (since: number): void {
    if (!this.#server.listening && this.#open.size === 0 && this.#sessions.size === 0) {
      this.#sweepsSince = undefined
      return
    }
    setTimer(SWEEP_MS, () => {
      this.#closeIdle()
      for (const connection of this.#open) {
        if (hasStalled(connection)) connection.destroy()
        else limitReading(connection, connection[LATEST])
      }
      this.refuseStreams()
      for (const stream of this.#streams) {
        if ((isIncomplete(stream) || isUnread(stream)) && isStalled(stream, stream.session?.socket)) {
          stream.close(CANCEL)
        }
      }
      if (stopwatch() - since >= READING_MS) this.#closeUnread()
      this.#sweepAgain(since)
    })
  }

  #closeIdle (): void {
    for (const connection of this.#open) {
      if (isIdle(connection)) connection.destroy()
    }
  }

  /** Closes the connections whose responses have been written, but not read. */
  #closeUnread (): void {
    for (const connection of this.#open) {
      if (isUnread(connection[LATEST])) connection.destroy()
    }
    const answering = new Set([...this.#streams].filter(stream => !isUnread(stream)).map(({ session }) => session))
    for (const [session, raw] of this.#sessions) {
      if (answering.has(session)) continue
      session.destroy()
      // The session alone would wait for its client to read what was sent.
      raw?.destroy()
    }
  }
}

function keep<Item extends Socket | ServerHttp2Stream> (items: Set<Item>, item: Item): void {
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
