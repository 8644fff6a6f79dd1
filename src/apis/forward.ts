import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Leaves a request to another app, as it came and before anything of it has been read. */
export function forward (request: FastifyRequest, reply: FastifyReply, app: FastifyInstance): void {
  const { originalUrl, raw } = request
  reply.hijack()
  raw.url = originalUrl
  app.routing(raw, reply.raw)
}
