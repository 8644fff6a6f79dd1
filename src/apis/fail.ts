import type { FastifyReply } from 'fastify'

/** Sends an error, or ends the connection where the response has begun. */
export function fail (error: unknown, reply: FastifyReply): void {
  if (!reply.sent) {
    reply.send(error)
    return
  }
  reply.server.log.error(error)
  reply.raw.destroy()
}
