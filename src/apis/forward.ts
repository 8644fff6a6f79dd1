import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * Forwards a request to another app as it came, before anything of it has been read, with the headers that hooks have
 * set.
 */
export function forward (request: FastifyRequest, reply: FastifyReply, app: FastifyInstance): void {
  const { originalUrl, raw } = request
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
  reply.hijack()
  raw.url = originalUrl
  app.routing(raw, reply.raw)
}
