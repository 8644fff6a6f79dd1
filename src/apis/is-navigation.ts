import type { FastifyRequest } from 'fastify'

/** Returns whether a browser asks for a page, as when someone types its address: other clients do not ask for HTML. */
export function isNavigation ({ headers, method }: FastifyRequest): boolean {
  return method === 'GET' && /(?:^|[\s,])text\/html\b/i.test(headers.accept ?? '')
}
