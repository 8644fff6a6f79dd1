import type { FastifyRequest } from 'fastify'
import type { RequestFacts } from '../simulation/scope.ts'
import { stopwatch } from '../worlds/clock.ts'
import { urlOf, worldPath } from './world-name-of.ts'

/**
 * Returns the facts of a request that are known before it is validated. `prefix` is the path under which its API is
 * served.
 */
export function receivedFacts (request: FastifyRequest, world: string, prefix = ''): RequestFacts {
  const { publicUrl } = request.server
  const basePath = publicUrl.pathOf(request) + worldPath(world)
  const baseUrl = publicUrl.originOf(request) + basePath
  return {
    method: request.method,
    url: urlOf(request),
    baseUrl,
    serverUrl: baseUrl + prefix,
    serverPath: basePath + prefix,
    receivedAt: stopwatch(),
    path: {},
    query: {},
    headers: request.headers,
    cookies: {},
    body: undefined
  }
}
