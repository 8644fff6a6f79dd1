import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { AdminTokenRequired, CrossOrigin } from '../errors.ts'

/**
 * Rejects requests of pages from other origins, including preflights: a page that a developer visits
 * must not control the server.
 */
export async function refuseOtherOrigins ({
  headers: { host, origin }
}: FastifyRequest): Promise<void> {
  if (origin === undefined) return
  // An opaque origin is the text "null" (RFC 6454 section 7.1), which is not a URL.
  const own = URL.parse(origin)?.host
  if (own === undefined || own === '' || own !== host?.toLowerCase()) {
    throw new CrossOrigin(JSON.stringify(origin.slice(0, 80)))
  }
}

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
