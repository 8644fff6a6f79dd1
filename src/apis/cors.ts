import type { FastifyRequest } from 'fastify'
import { isCorsHeader } from '../messages/is-cors-header.ts'
import { createOriginMatch } from './origin.ts'
import type { Origins } from './origin.ts'

/** The parts of a request that headers depend on. */
type RequestHead = Pick<FastifyRequest, 'headers' | 'method'>

/** Headers by their names in lower case. */
export type CorsHeaders = Readonly<Record<string, string>>

/**
 * The headers that let pages use the responses of the APIs (Fetch standard, CORS protocol). They are our own rather
 * than those of @fastify/cors, whose hook would run for every request, also for those of no page.
 */
export interface Cors {
  /** Whether any page may use the responses. */
  readonly isOn: boolean
  /** The headers of responses to requests without an `Origin`. */
  readonly plain: CorsHeaders
  /** Returns the headers of the response to a request of a page. */
  headersFor (request: RequestHead, origin: string): CorsHeaders
}

/** How long a browser may remember the response to a preflight, in seconds. */
const MAX_AGE = '600'

const NONE: CorsHeaders = {}
const VARY: CorsHeaders = { vary: 'Origin' }
const ANY: CorsHeaders = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' }

/**
 * Creates the headers for the pages of some origins: with credentials, unless the origins are `*`. Without origins,
 * they are for every page.
 */
export function createCors (origins?: Origins): Cors {
  if (origins === 'off') return { isOn: false, plain: NONE, headersFor: () => NONE }
  const toHeaders = origins === '*' ? () => ANY : createEcho(origins ?? '*')
  return {
    isOn: true,
    plain: origins === '*' ? ANY : VARY,
    headersFor (request, origin) {
      const headers = toHeaders(origin)
      const isAllowed = headers['access-control-allow-origin'] !== undefined
      return isAllowed && isPreflight(request) ? { ...headers, ...preflightHeaders(request) } : headers
    }
  }
}

/** Tells whether a browser asks what a page may send (Fetch standard, CORS-preflight request). */
export function isPreflight ({ headers, method }: RequestHead): boolean {
  const { 'access-control-request-method': requested, origin } = headers
  return method === 'OPTIONS' && origin !== undefined && requested !== undefined
}

/** Returns the headers that allow the methods and headers for which a preflight asks. */
export function preflightHeaders ({ headers: asked }: RequestHead): CorsHeaders {
  const headers: Record<string, string> = {
    'access-control-max-age': MAX_AGE,
    vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers'
  }
  // They are named: `*` would not include Authorization, nor mean anything where credentials are sent.
  allow(headers, 'access-control-allow-methods', asked['access-control-request-method'])
  allow(headers, 'access-control-allow-headers', asked['access-control-request-headers'])
  const isPrivate = asked['access-control-request-private-network'] === 'true'
  if (isPrivate) headers['access-control-allow-private-network'] = 'true'
  return headers
}

function allow (headers: Record<string, string>, name: string, asked: string | undefined): void {
  if (asked !== undefined && isWritable(asked)) headers[name] = asked
}

/** Creates the function that returns origins to their pages. It remembers the latest: a page sends many requests. */
function createEcho (origins: Origins): (origin: string) => CorsHeaders {
  const isAllowed = createOriginMatch(origins)
  let latest = ''
  let headers = VARY
  return origin => {
    if (origin === latest) return headers
    latest = origin
    headers = isAllowed(origin) && isWritable(origin) ? withCredentials(origin) : VARY
    return headers
  }
}

/** Returns the headers that let the pages of an origin read a response and send their cookies with the request. */
export function withCredentials (origin: string): CorsHeaders {
  return { ...VARY, 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }
}

/** Tells whether a text can be written in a header (RFC 9110, section 5.5). */
function isWritable (text: string): boolean {
  return /^[\x20-\x7e\t]+$/.test(text)
}

/** Headers that pages read without a permission, and one that they never read (Fetch standard, section 2.2.2). */
const NOT_EXPOSED: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
  'set-cookie'
])

/** Lists the headers of a response for the page that receives it: `*` means nothing where credentials are sent. */
export function exposedHeaders (headers: Readonly<Record<string, unknown>>): string {
  const names = ['date']
  for (const name in headers) {
    const known = name.toLowerCase()
    if (!NOT_EXPOSED.has(known) && !isCorsHeader(known)) names.push(known)
  }
  return names.join(', ')
}
