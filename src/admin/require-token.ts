import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { AdminTokenRequired } from '../errors.ts'

/** Creates the hook that requires a bearer token (RFC 6750), compared in constant time. */
export function requireToken (token: string): onRequestAsyncHookHandler {
  const expected = digest(token)
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const [, given] = /^bearer +(.+)$/i.exec(request.headers.authorization ?? '') ?? []
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return
    const challenge = 'Bearer realm="standin"'
    reply.header(
      'www-authenticate',
      given === undefined ? challenge : `${challenge}, error="invalid_token"`
    )
    throw new AdminTokenRequired()
  }
}

function digest (text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
