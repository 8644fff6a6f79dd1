import type { FastifyRequest } from 'fastify'
import { WorldAmbiguous } from '../errors.ts'
import { DEFAULT_WORLD } from '../worlds/worlds.ts'

export const WORLD_HEADER = 'x-standin-world'

/** A URL with the world that its prefix names: `/~checkout/exports` is `/exports` in the world `checkout`. */
export interface WorldUrl {
  readonly world: string | undefined
  readonly url: string
}

/** Takes the world's prefix off a URL. A client that joins its base URL with a path given out by the server doubles the prefix: it counts once. */
export function splitWorldPrefix (url: string): WorldUrl {
  if (!url.startsWith('/~')) return { world: undefined, url }
  const end = url.slice(1).search(/[/?#]/) + 1
  const prefix = end === 0 ? url : url.slice(0, end)
  let rest = url.slice(prefix.length)
  while (rest === prefix || rest.startsWith(`${prefix}/`)) rest = rest.slice(prefix.length)
  return { world: prefix.slice(2), url: rest.startsWith('/') ? rest : `/${rest}` }
}

/**
 * Makes a URL one that the router takes. It would refuse broken percent-encoding before any operation is known;
 * taken literally it finds its operation, whose contract then says what is wrong with it.
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

/** The URL of a request as it came, but for its world's prefix. */
export function urlOf ({ originalUrl, url }: FastifyRequest): string {
  return originalUrl === url ? url : splitWorldPrefix(originalUrl).url
}

/** The world that a request names, by prefix or header. Throws `WorldAmbiguous` where the two differ. */
export function worldNameOf (request: FastifyRequest): string {
  const header = request.headers[WORLD_HEADER]
  const named = typeof header === 'string' ? header : undefined
  // Most requests have no prefix: then nothing was rewritten.
  const prefixed = request.originalUrl === request.url ? undefined : splitWorldPrefix(request.originalUrl).world
  if (prefixed !== undefined && named !== undefined && named !== prefixed) throw new WorldAmbiguous(prefixed, named)
  return prefixed ?? named ?? DEFAULT_WORLD
}

/** What a world's URLs begin with: nothing for the default world. */
export function worldPath (name: string): string {
  return name === DEFAULT_WORLD ? '' : `/~${name}`
}
