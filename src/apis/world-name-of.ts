import type { FastifyRequest } from 'fastify'
import { WorldAmbiguous } from '../errors.ts'
import { DEFAULT_WORLD } from '../worlds/worlds.ts'

export const WORLD_HEADER = 'x-standin-world'

/** The cookie `standin-world`, at the start of a Cookie header or after another one (RFC 6265, section 4.2.1). */
const WORLD_COOKIE = /(?:^|;) *standin-world=([^;]*)/

/** A URL with the world that its prefix names: `/~checkout/exports` is `/exports` in the world `checkout`. */
export interface WorldUrl {
  readonly world: string | undefined
  readonly url: string
}

/**
 * Splits a URL into its world's prefix and the rest. A prefix that is repeated counts once: clients repeat it when they
 * join their base URL with a path that the server returned.
 */
export function splitWorldPrefix (url: string): WorldUrl {
  if (!url.startsWith('/~')) return { world: undefined, url }
  const end = url.slice(1).search(/[/?#]/) + 1
  const prefix = end === 0 ? url : url.slice(0, end)
  let rest = url.slice(prefix.length)
  while (rest === prefix || rest.startsWith(`${prefix}/`)) rest = rest.slice(prefix.length)
  return { world: prefix.slice(2), url: rest.startsWith('/') ? rest : `/${rest}` }
}

/**
 * Returns a URL that the router accepts. The router would reject broken percent-encoding before the operation is known;
 * encoded once more, the URL finds its operation, whose contract then reports what is wrong with it.
 */
export function routableUrl (url: string): string {
  if (!url.includes('%')) return url
  const end = url.search(/[?#]/)
  const path = end === -1 ? url : url.slice(0, end)
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length)
  }
}

/** Returns the URL of a request as it came, without its world's prefix. */
export function urlOf ({ originalUrl, url }: FastifyRequest): string {
  return originalUrl === url ? url : splitWorldPrefix(originalUrl).url
}

/**
 * Returns the world that a request names, by prefix or header, or else by cookie, or else by the key that is set for
 * the server. Throws `WorldAmbiguous` where prefix and header differ. A cookie yields to both: browsers send it along,
 * whatever a URL says.
 */
export function worldNameOf (request: FastifyRequest): string {
  const header = request.headers[WORLD_HEADER]
  const named = typeof header === 'string' ? header : undefined
  // Most requests have no prefix: then nothing was rewritten.
  const prefixed = request.originalUrl === request.url ? undefined : splitWorldPrefix(request.originalUrl).world
  if (prefixed !== undefined && named !== undefined && named !== prefixed) throw new WorldAmbiguous(prefixed, named)
  return prefixed ?? named ?? cookieWorld(request.headers.cookie) ?? request.server.worldBy?.(request) ?? DEFAULT_WORLD
}

function cookieWorld (cookies: string | undefined): string | undefined {
  return cookies === undefined ? undefined : WORLD_COOKIE.exec(cookies)?.[1]?.trimEnd()
}

/** Returns the prefix of a world's URLs: an empty text for the default world. */
export function worldPath (name: string): string {
  return name === DEFAULT_WORLD ? '' : `/~${name}`
}
