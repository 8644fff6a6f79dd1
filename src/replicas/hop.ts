import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The header by which a replica passes a request on to another one. It holds their secret: clients never see it. */
export const HOP_HEADER = 'x-standin-hop'

/** The header of a response by which a replica says that it does not use the world of a request. */
export const MOVED_HEADER = 'x-standin-moved'

/** The header of a response that names the fault with which it is to be written, at the connection of the client. */
export const FAULT_HEADER = 'x-standin-hop-fault'

/** What only the replica knows to which a request came: how its client reached it. */
export interface HopFacts {
  /** The scheme and host that it used: `https://mocks.example`. */
  readonly origin: string
  /** The path under which it reached the server, without a slash at the end. */
  readonly path: string
  /** The host that it used, as far as proxies say. */
  readonly host: string
}

const received = new WeakMap<IncomingMessage, HopFacts>()

/** Returns the header with which a request is passed on. */
export function hopHeader (secret: string, { host, origin, path }: HopFacts): string {
  return [secret, origin, path, host].map(encodeURIComponent).join(' ')
}

/**
 * Notes that a request was passed on by another replica, and removes the header that says so. Without their secret, the
 * header says nothing: a client cannot pretend that.
 */
export function receiveHop (request: IncomingMessage, secret: string): void {
  const { [HOP_HEADER]: header } = request.headers
  if (typeof header !== 'string') return
  const [given = '', origin = '', path = '', host = ''] = header.split(' ')
  if (secret === '' || !isSame(given, secret)) return
  const [originText = '', pathText = '', hostText = ''] = [origin, path, host].map(decodeURIComponent)
  received.set(request, { origin: originText, path: pathText, host: hostText })
  delete request.headers[HOP_HEADER]
}

/** Returns what the replica knew that passed a request on; `undefined` for one that came from its client. */
export function hopOf (request: IncomingMessage): HopFacts | undefined {
  return received.get(request)
}

function isSame (given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)]
  return one.length === other.length && timingSafeEqual(one, other)
}
