import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { isPreflight, preflightHeaders, withCredentials } from '../apis/cors.ts'
import { createOriginMatch } from '../apis/origin.ts'
import type { Origins } from '../apis/origin.ts'
import { CALLBACK_HEADER } from '../callbacks/send.ts'
import { CallbackToAdmin, CrossOrigin, HostNotAllowed } from '../errors.ts'
import { createHostCheck, hostnameOf, isLoopback } from './host-check.ts'

export interface GuardOptions {
  /** The pages that may use the admin API, beside its own; loopback ones where none are named. */
  readonly adminOrigins?: Origins | undefined
  /** The host names to which the admin API responds, beside those that no site of the internet can have. */
  readonly allowedHosts: readonly string[]
  /** The URL at which clients reach the server, where it is told. */
  readonly publicUrl?: string | undefined
}

/** The headers of the admin API that pages may read. */
const EXPOSED = { 'access-control-expose-headers': 'allow, date, www-authenticate' }

/**
 * Creates the hook that keeps pages of other origins from the admin API: a page that a developer visits must not
 * control the server, neither by its own requests nor by a callback. It allows the preflights of pages that may use it.
 */
export function createGuard ({ adminOrigins, allowedHosts, publicUrl }: GuardOptions): onRequestAsyncHookHandler {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl)
  const isAllowedHost = createHostCheck(own === undefined ? allowedHosts : [...allowedHosts, own.hostname])
  const isAllowedOrigin = createOriginCheck(adminOrigins)

  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { [CALLBACK_HEADER]: callback, host = '', origin } = request.headers
    const reached = request.server.publicUrl.hostOf(request)
    // Only clients that are no browsers leave out the host. A page can set what proxies set: both have to be good.
    for (const given of [host, reached].filter(text => text !== '')) {
      const hostname = hostnameOf(given)
      if (hostname === undefined || !isAllowedHost(hostname)) throw new HostNotAllowed(shown(given))
    }
    if (callback !== undefined) throw new CallbackToAdmin()
    if (origin === undefined) {
      if (isOfOtherPage(request) && adminOrigins !== '*') throw new CrossOrigin('which a browser calls cross-site')
      return
    }
    const hosts = [host.toLowerCase(), reached.toLowerCase(), own?.host]
    const from = URL.parse(origin)?.host ?? ''
    if (from !== '' && hosts.includes(from)) return
    if (!isAllowedOrigin(origin, hostnameOf(reached))) throw new CrossOrigin(`from ${shown(origin)}`)
    reply.headers({ ...withCredentials(origin), ...EXPOSED })
    if (isPreflight(request)) return reply.code(204).headers(preflightHeaders(request)).send()
  }
}

type OriginCheck = (origin: string, hostname: string | undefined) => boolean

/**
 * Creates the function that tells whether pages of an origin may use the admin API, which was reached by some host
 * name. On this machine itself, pages of this machine may, by default: those of a development server, or of a test.
 */
function createOriginCheck (origins: Origins | undefined): OriginCheck {
  if (origins !== undefined) return createOriginMatch(origins)
  return (origin, hostname) => {
    const url = URL.parse(origin)
    return hostname !== undefined && isLoopback(hostname) && url !== null && isLoopback(url.hostname)
  }
}

/**
 * Tells whether a request without an origin is that of a page of another origin, by Fetch Metadata: that of an image,
 * say. A link to the page or to the documentation opens a page of its own.
 */
function isOfOtherPage ({ headers, method, url }: FastifyRequest): boolean {
  const { 'sec-fetch-dest': dest, 'sec-fetch-mode': mode, 'sec-fetch-site': site } = headers
  if (site !== 'cross-site' && site !== 'same-site') return false
  const isLink = method === 'GET' && mode === 'navigate' && dest === 'document'
  return !(isLink && /^\/__admin(?:\/docs)?\/?(?:\?|$)/.test(url))
}

function shown (text: string): string {
  return JSON.stringify(text.slice(0, 80))
}
