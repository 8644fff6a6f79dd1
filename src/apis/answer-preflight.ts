import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import { writeResponse } from './write-response.ts'

/**
 * Answers the request that a browser sends before a page may send something to another origin (Fetch standard, CORS
 * protocol). Other requests for OPTIONS are answered by the contracts.
 */
export const answerPreflight: onRequestHookHandler = (request, reply, done) => {
  if (!isPreflight(request)) return done()
  const headers = {
    'access-control-allow-methods': '*',
    vary: 'Access-Control-Request-Headers',
    ...allowedHeaders(request)
  }
  writeResponse(reply, { status: 204, headers, body: undefined })
}

function isPreflight ({ headers, method }: FastifyRequest): boolean {
  const { 'access-control-request-method': requested, origin } = headers
  return method === 'OPTIONS' && origin !== undefined && requested !== undefined
}

/** Allows all headers that are asked for, by name: `*` would not include Authorization. */
function allowedHeaders ({ headers }: FastifyRequest): Record<string, string> {
  const asked = headers['access-control-request-headers']
  return asked === undefined ? {} : { 'access-control-allow-headers': asked }
}
