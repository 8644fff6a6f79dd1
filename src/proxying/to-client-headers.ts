import type { HeaderValue, Headers } from '../messages/message.ts'
import type { RequestFacts } from '../simulation/scope.ts'
import { connectionHeaders } from './to-service-headers.ts'
import { addressHere, prefixOf } from './service-target.ts'
import type { ServiceTarget } from './service-target.ts'

/** Headers as they are received, by their names in lower case. */
type Received = Readonly<Record<string, string | string[] | undefined>>

/** Returns the headers of a response that are for its client: those for the connection alone are left out. */
export function endToEndHeaders (received: Received): Headers {
  const dropped = connectionHeaders(received.connection)
  const headers: Record<string, HeaderValue> = {}
  for (const name in received) {
    const value = received[name]
    if (value !== undefined && !dropped.has(name)) headers[name] = value
  }
  return headers
}

/** Headers whose values are addresses. */
const ADDRESSES = ['location', 'content-location', 'operation-location', 'azure-asyncoperation'] as const

/** Returns the headers of a response with the addresses and cookies of the service as those of the stand-in. */
export function toClientHeaders (
  headers: Headers,
  target: ServiceTarget,
  facts: RequestFacts
): Record<string, HeaderValue> {
  const rewritten: Record<string, HeaderValue> = { ...headers }
  for (const name of ADDRESSES) {
    const address = headers[name]
    if (typeof address === 'string') rewritten[name] = addressHere(address, target, facts)
  }
  const { link, 'set-cookie': cookies } = headers
  if (link !== undefined) rewritten.link = mapValue(link, text => linksHere(text, target, facts))
  if (cookies !== undefined) rewritten['set-cookie'] = [cookies].flat().map(cookie => cookieHere(cookie, target, facts))
  return rewritten
}

function mapValue (value: HeaderValue, map: (text: string) => string): HeaderValue {
  return typeof value === 'string' ? map(value) : value.map(map)
}

/** Returns a `Link` (RFC 8288) whose targets at the service are here. */
function linksHere (link: string, target: ServiceTarget, facts: RequestFacts): string {
  return link.replace(/<([^>]*)>/g, (_whole, address: string) => `<${addressHere(address, target, facts)}>`)
}

/**
 * Returns a cookie that a client keeps for the stand-in: not for the service's domain, for the path that the service
 * has here, and without TLS where there is none.
 */
function cookieHere (cookie: string, target: ServiceTarget, facts: RequestFacts): string {
  const [pair = '', ...attributes] = cookie.split(';')
  const isPlain = facts.baseUrl.startsWith('http:') && !/^\s*__(?:Secure|Host)-/i.test(pair)
  const kept: string[] = []
  for (const attribute of attributes) {
    const [name = '', value = ''] = attribute.trim().split(/=(.*)/s, 2)
    const lower = name.toLowerCase()
    if (lower === 'domain') continue
    // A browser would refuse both without TLS.
    if (isPlain && (lower === 'secure' || (lower === 'samesite' && value.toLowerCase() === 'none'))) continue
    kept.push(lower === 'path' ? ` ${name}=${cookiePathHere(value, target, facts)}` : attribute)
  }
  return [pair, ...kept].join(';')
}

/** Returns the path of a cookie here. A cookie for all of the service is for all of the stand-in's world. */
function cookiePathHere (path: string, target: ServiceTarget, facts: RequestFacts): string {
  const here = addressHere(path, target, facts)
  const isOutside = here === path && target.path !== '' && !path.startsWith(target.path)
  if (!isOutside) return here
  const world = facts.serverPath.slice(0, facts.serverPath.length - prefixOf(facts).length)
  return world === '' ? '/' : world
}
