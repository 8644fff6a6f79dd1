import type { IncomingMessage } from 'node:http'
import type { ServerHttp2Stream } from 'node:http2'

/** Returns the stream of a request over HTTP/2; `undefined` for one over HTTP/1.1. */
export function http2Stream (request: IncomingMessage): ServerHttp2Stream | undefined {
  if (request.httpVersionMajor !== 2) return undefined
  // A cast: the requests of Node's HTTP/2 have their stream beside what those of HTTP/1.1 have.
  return (request as IncomingMessage & { readonly stream: ServerHttp2Stream }).stream
}

/** The state of a stream on which both sides may still send (RFC 9113, section 5.1), as Node numbers it. */
const OPEN = 2

/** Tells whether the request on a stream is not complete. */
export function isIncomplete (stream: ServerHttp2Stream): boolean {
  return stream.state.state === OPEN
}

/**
 * Gives a request over HTTP/2 the headers that it would have over HTTP/1.1: no pseudo-headers, and a `Host`
 * (RFC 9113, section 8.3.1).
 */
export function withoutPseudoHeaders (request: IncomingMessage): void {
  const { headers } = request
  if (headers[':path'] === undefined && headers[':authority'] === undefined) return
  const plain: IncomingMessage['headers'] = Object.create(null)
  const authority = headers[':authority']
  if (typeof authority === 'string') plain.host = authority
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith(':') && (name !== 'host' || authority === undefined)) plain[name] = value
  }
  Object.defineProperty(request, 'headers', { value: plain, configurable: true, writable: true })
}
