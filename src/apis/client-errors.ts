import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { FastifyError, FastifyInstance } from 'fastify'
import { HeadersTooLarge, MalformedMessage, MethodNotAllowed, PlainHttp, RequestTimeout } from '../errors.ts'
import { maxHeaderSize, STATUS_CODES } from '../messages/node-http.ts'
import { PROBLEM_TYPE, problemBody } from '../refusals/problem-details.ts'
import { setTimer } from '../worlds/clock.ts'
import { connectionsOf, latestResponse } from './connections.ts'
import { markUnreadable } from './end-when-read.ts'
import { http2Stream } from './http2-stream.ts'
import { rejectReading } from './read-body.ts'

/** How long what a client sends on is read after the response, in milliseconds: a reset could overtake that. */
const LINGER_MS = 1_000

/** The first byte of a TLS connection (RFC 8446, section 5.1). */
const TLS_HANDSHAKE = 0x16

/** An error of Node's HTTP parser. */
interface ClientError extends Error {
  readonly code?: string
  readonly reason?: string
  /** The bytes that were parsed last; Fastify's types know them only as they would be in JSON. */
  readonly rawPacket?: unknown
}

/**
 * Responds to what is no request, or does not become one in time. `seconds` is how long a request may take to come. A
 * body that does not come is refused by its API; other errors are problem details (RFC 9457).
 */
export function respondToClientError (app: FastifyInstance, error: ClientError, socket: Socket, seconds: number): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    if (!socket.writableEnded) socket.destroy()
    return
  }
  markUnreadable(socket)
  const latest = latestResponse(socket)
  // A client that leaves within a request leaves no trace.
  if (error.code === 'HPE_INVALID_EOF_STATE' && latest?.req.complete === false) {
    socket.destroy()
    return
  }
  const refusal = toRefusal(error, seconds)
  if (rejectReading(socket, refusal)) return
  if (latest === undefined) return respond(app, refusal, error, socket)
  // The rest of a request that has been answered already.
  if (latest.headersSent && !latest.req.complete) {
    socket.destroySoon()
  } else if (latest.writableFinished) {
    respond(app, refusal, error, socket)
  } else if (latest.req.complete) {
    // The request before it is answered first.
    latest.once('finish', () => respond(app, refusal, error, socket))
  } else {
    latest.shouldKeepAlive = false
    const { headers, body } = toMessage(app, refusal, error)
    latest.writeHead(refusal.statusCode ?? 400, headers).end(body)
  }
}

/** Refuses a client that speaks plain HTTP to a server of TLS, in plain HTTP. Other clients could not read it. */
export function refusePlainHttp (app: FastifyInstance, { code }: ClientError, socket: TLSSocket): void {
  const raw = code === 'ERR_SSL_HTTP_REQUEST' ? connectionsOf(app.server).below(socket) : undefined
  const refusal = new PlainHttp()
  if (raw !== undefined) respond(app, refusal, new Error(), raw)
}

/**
 * Refuses the requests to a server of HTTP/2 whose bodies do not come within some seconds. Node does so on servers of
 * HTTP/1.1 alone. Over HTTP/2, the connection and its other requests go on.
 */
export function refuseLateBodies (app: FastifyInstance, seconds: number): void {
  app.server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const stream = http2Stream(request)
    const { headers: { 'content-length': length, 'transfer-encoding': coding }, socket } = request
    if (stream === undefined ? length === undefined && coding === undefined : stream.endAfterHeaders) return
    const cancel = setTimer(seconds * 1_000, () => {
      const refusal = new RequestTimeout(String(seconds))
      if (request.complete || rejectReading(stream ?? socket, refusal)) return
      if (response.headersSent) {
        response.destroy()
        return
      }
      const { headers, body } = toMessage(app, refusal, new Error())
      response.writeHead(refusal.statusCode ?? 408, headers).end(body)
    })
    request.once('end', cancel)
    response.once('close', cancel)
  })
}

/** Refuses the method CONNECT, which asks for a tunnel. */
export function refuseConnect (app: FastifyInstance, url: string, socket: Socket): void {
  respond(app, new MethodNotAllowed('CONNECT', url, 'none: this server is no proxy'), new Error(), socket)
}

function toRefusal ({ code, message, rawPacket, reason }: ClientError, seconds: number): FastifyError {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new RequestTimeout(String(seconds))
    case 'HPE_HEADER_OVERFLOW':
      return new HeadersTooLarge(String(maxHeaderSize))
    default: {
      const isTls = Buffer.isBuffer(rawPacket) && rawPacket[0] === TLS_HANDSHAKE
      return new MalformedMessage(isTls ? 'it begins TLS, so use http:// instead of https://' : reason ?? message)
    }
  }
}

function respond (app: FastifyInstance, refusal: FastifyError, error: ClientError, socket: Socket): void {
  if (!socket.writable) return
  const { body, headers } = toMessage(app, refusal, error)
  const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`)
  const { statusCode: status = 400 } = refusal
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}\r\n${lines.join('')}\r\n${body}`)
  socket.resume()
  socket.once('close', setTimer(LINGER_MS, () => socket.destroy()))
}

function toMessage (app: FastifyInstance, refusal: FastifyError, error: ClientError) {
  const { code, message, statusCode: status = 400 } = refusal
  const body = JSON.stringify(problemBody({ status, code, title: STATUS_CODES[status] ?? 'Error', detail: message }))
  const origin = originIn(error)
  const cors = origin === undefined ? app.cors.plain : app.cors.headersFor({ headers: {}, method: '' }, origin)
  return { body, headers: { ...cors, 'content-type': PROBLEM_TYPE, 'content-length': Buffer.byteLength(body) } }
}

/** Finds the origin of the page that sent a request, in what was parsed last of it. */
function originIn ({ rawPacket }: ClientError): string | undefined {
  if (!Buffer.isBuffer(rawPacket)) return undefined
  return /^origin:[ \t]*([\x21-\x7e]+)[ \t]*\r$/im.exec(rawPacket.toString('latin1'))?.[1]
}
