import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import { writeResponse } from './write-response.ts'

/** Answers what browsers ask before a page may send something to another origin (Fetch standard, CORS protocol); other requests for OPTIONS are for the contracts to answer. */
export const answerPreflight: onRequestHookHandler = (request, reply, done) => {
  if (!isPreflight(request)) return done()
  writeResponse(reply, { status: 204, headers: { 'access-control-allow-methods': '*', vary: 'Access-Control-Request-Headers', ...allowedHeaders(request) }, body: undefined })
}

function isPreflight ({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined
}

/** All that are asked for, by name: `*` would not mean Authorization. */
function allowedHeaders ({ headers }: FastifyRequest): Record<string, string> {
  const asked = headers['access-control-request-headers']
  return asked === undefined ? {} : { 'access-control-allow-headers': asked }
}
