import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { AdminTokenRequired, CrossOrigin } from '../errors.ts'

/** Refuses what pages of another origin send, their preflights as well: a page that a developer visits must not steer the stand-in. */
export async function refuseOtherOrigins ({
  headers: { host, origin }
}: FastifyRequest): Promise<void> {
  if (origin === undefined) return
  // An opaque origin is the text "null" (RFC 6454 section 7.1), which is no URL.
  const own = URL.parse(origin)?.host
  if (own === undefined || own === '' || own !== host?.toLowerCase()) {
    throw new CrossOrigin(JSON.stringify(origin.slice(0, 80)))
  }
}

/** Makes the hook that asks for a token (RFC 6750 section 2.1). Comparing takes as long for a nearly right one as for any other. */
export function requireToken (token: string): onRequestAsyncHookHandler {
  const expected = digest(token)
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const [, given] = /^bearer +(.+)$/i.exec(request.headers.authorization ?? '') ?? []
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return
    reply.header(
      'www-authenticate',
      given === undefined
        ? 'Bearer realm="standin"'
        : 'Bearer realm="standin", error="invalid_token"'
    )
    throw new AdminTokenRequired()
  }
}

function digest (text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
