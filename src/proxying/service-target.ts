import type { RequestFacts } from '../simulation/scope.ts'
import { leavesBase } from './leaves-base.ts'

/** Where the requests to an API are passed on to. */
export interface ServiceTarget {
  /** `https://staging.example` */
  readonly origin: string
  readonly hostname: string
  /** The path of the API at the service; empty where requests keep the path that they have. */
  readonly path: string
  /** Whether the path under which the API is served here is not one of the service's. */
  readonly isMounted: boolean
}

/** The paths that a request has here, as far as the service does not know them. */
type OwnPaths = Pick<RequestFacts, 'baseUrl' | 'serverPath' | 'serverUrl' | 'url'>

/** Parses the URL of a service. */
export function parseTarget (text: string, isMounted: boolean): ServiceTarget {
  const { hostname, origin, pathname } = new URL(text)
  return { origin, hostname, path: pathname.replace(/\/+$/, ''), isMounted }
}

/**
 * Returns the path and query of a request at the service, as they came; `undefined` where they lead out of the path of
 * the service.
 */
export function pathAtService ({ isMounted, path }: ServiceTarget, own: OwnPaths): string | undefined {
  const { url } = own
  const prefix = prefixOf(own)
  if (path === '' && !isMounted) return url
  const isUnder = prefix !== '' && isWithin(url, prefix)
  const rest = isUnder ? url.slice(prefix.length) : url
  const [below = ''] = rest.split('?', 1)
  if (path !== '' && leavesBase(below)) return undefined
  return path + (rest.startsWith('/') ? rest : `/${rest}`)
}

/**
 * Returns the address here of a resource of the service, where it has one: a URL of the service, or a path there.
 * Relative ones lead to the same here.
 */
export function addressHere (address: string, { isMounted, origin, path }: ServiceTarget, own: OwnPaths): string {
  const isPath = address.startsWith('/') && !address.startsWith('//')
  const there = isPath ? address : pathOfUrl(address, origin)
  if (there === undefined) return address
  const base = isPath ? new URL(own.baseUrl).pathname.replace(/\/$/, '') : own.baseUrl
  if (path === '' && !isMounted) return base + there
  if (path !== '' && !isWithin(there, path)) return address
  const rest = there.slice(path.length)
  return base + prefixOf(own) + rest
}

/** Returns the path of a URL of an origin, whichever of the two schemes it has; `undefined` for other URLs. */
function pathOfUrl (address: string, origin: string): string | undefined {
  const url = /^(?:https?:)?\/\//i.test(address) ? URL.parse(address, origin) : null
  if (url === null || url.host !== new URL(origin).host) return undefined
  return url.pathname + url.search + url.hash
}

/** Returns the path under which the API of a request is served: `/v2`. */
export function prefixOf ({ baseUrl, serverUrl }: OwnPaths): string {
  return serverUrl.slice(baseUrl.length)
}

function isWithin (url: string, path: string): boolean {
  return url.startsWith(path) && (url.length === path.length || '/?#'.includes(url.charAt(path.length)))
}
