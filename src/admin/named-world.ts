import type { FastifyRequest } from 'fastify'
import { splitWorldPrefix, WORLD_HEADER } from '../apis/world-name-of.ts'

/**
 * Returns the world that a request names by prefix or header, or by its host where that is set; a cookie comes along
 * with every request of a page.
 */
export function namedWorld (request: FastifyRequest): string | undefined {
  const { headers, originalUrl, server } = request
  const header = headers[WORLD_HEADER]
  const named = splitWorldPrefix(originalUrl).world ?? (typeof header === 'string' ? header : undefined)
  return named ?? server.worldBy?.(request)
}
