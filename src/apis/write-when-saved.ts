import type { FastifyReply } from 'fastify'
import type { World } from '../worlds/world.ts'
import type { Written } from './prepare-response.ts'
import { problemOf } from './problem-of.ts'
import { writeResponse } from './write-response.ts'

/** Writes a response once what its request has changed is saved, or else why that cannot be. */
export function writeWhenSaved (reply: FastifyReply, response: Written, { recording }: World): FastifyReply {
  if (recording === undefined) return writeResponse(reply, response)
  reply.hijack()
  recording.saved().then(() => response, problemOf).then(written => writeResponse(reply, written)).catch(error => {
    reply.server.log.error(error)
    reply.raw.destroy()
  })
  return reply
}
