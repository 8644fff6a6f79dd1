import type { FastifyRequest } from 'fastify'
import type { RequestFacts } from '../simulation/scope.ts'
import { stopwatch } from '../worlds/clock.ts'
import { urlOf, worldPath } from './world-of.ts'

/** What is known of a request before its contract has been held against it. */
export function receivedFacts (request: FastifyRequest, world: string): RequestFacts {
  const basePath = worldPath(world)
  return {
    method: request.method,
    url: urlOf(request),
    baseUrl: `${request.protocol}://${request.host}${basePath}`,
    basePath,
    receivedAt: stopwatch(),
    path: {},
    query: {},
    headers: request.headers,
    cookies: {},
    body: undefined
  }
}
