import type { FastifyRequest } from 'fastify'
import { splitWorldPrefix, WORLD_HEADER } from '../apis/world-name-of.ts'

/** Returns the world that a request names by prefix or header; a cookie comes along with every request of a page. */
export function namedWorld ({ headers, originalUrl }: FastifyRequest): string | undefined {
  const header = headers[WORLD_HEADER]
  return splitWorldPrefix(originalUrl).world ?? (typeof header === 'string' ? header : undefined)
}
