import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from '../contract/contract.ts'
import { pathPattern } from '../contract/route-url.ts'
import { nearestOperations } from '../journal/nearest-operations.ts'
import type { ApiResponse } from '../messages/message.ts'
import type { Api } from './api.ts'
import { receivedFacts } from './received-facts.ts'
import { recordExchange } from './record-exchange.ts'
import { refuse } from './refuse.ts'
import { withApiHeaders } from './with-api-headers.ts'
import { listServedOperations, listServedRoutes } from './served-routes.ts'
import type { ServedOperation, ServedRoute } from './served-routes.ts'
import { urlOf, worldNameOf } from './world-name-of.ts'
import { writeResponse } from './write-response.ts'
import { createScope } from '../simulation/scope.ts'

/** Makes the handler for requests that find no operation: in the words of the API that they come nearest to. */
export function refuseUnmatched (apis: readonly Api[]): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  let surroundings: UnmatchedContext | undefined
  return (request, reply) => {
    // Most servers find an operation for every request.
    surroundings ??= createSurroundings(apis)
    const { operations, paths, routes } = surroundings
    const worldName = worldNameOf(request)
    const [path = ''] = urlOf(request).split('?', 1)
    const matching = paths.filter(({ pattern }) => pattern.test(path))
    const api = matching[0]?.api ?? apiNearestTo(path, apis, routes)
    const world = (api ?? apis[0])?.worlds.get(worldName)
    const facts = receivedFacts(request, worldName, matching[0]?.prefix)
    if (world === undefined) return writeResponse(reply, notFoundAtAll(path))

    const scope = createScope(facts, world, { limits: api?.simulation.limits ?? new Map(), rowFiles: apis[0].rowFiles })
    const allowed = listAllowed(matching)
    // An API that has its own words for other methods has them for this one too. What is asked before anything is sent is no exchange.
    if (allowed.includes(request.method)) return writeResponse(reply, { status: 204, headers: { allow: allowed.join(', ') }, body: undefined })
    const refused = allowed.length > 0
      ? refuse('methodNotAllowed', scope, api?.simulation, `${request.method} is not a method of ${path}, which has ${allowed.join(', ')}`)
      : refuse('notFound', scope, api?.simulation, notFoundDetail(request.method, path, operations))
    const complete = refused.status === 405 ? { ...refused, headers: { allow: allowed.join(', '), ...refused.headers } } : refused
    const response = api === undefined ? complete : withApiHeaders(complete, api.simulation, scope)
    recordExchange(world, { request: facts, requestViolations: [], response, responseHeaders: response.headers, responseViolations: [] })
    return writeResponse(reply, response)
  }
}

/** The methods of a path: those that are documented, `HEAD` where there is `GET`, and `OPTIONS` unless the API refuses it in its own words (RFC 9110, sections 9.3.2, 9.3.7 and 10.2.1). */
function listAllowed (paths: readonly ServedPath[]): string[] {
  const documented = paths.flatMap(({ operations }) => operations.map(({ method }) => method))
  const isWorded = paths.some(({ api }) => api.simulation.replies.has('methodNotAllowed'))
  return [...new Set([...documented.flatMap(method => method === 'GET' ? ['GET', 'HEAD'] : [method]), ...documented.length === 0 || isWorded ? [] : ['OPTIONS']])]
}

/** What a request could have been meant for. */
interface UnmatchedContext {
  readonly routes: readonly ServedRoute[]
  readonly paths: readonly ServedPath[]
  readonly operations: readonly ServedOperation[]
}

function createSurroundings (apis: readonly Api[]): UnmatchedContext {
  const routes = listServedRoutes(apis)
  return { routes, operations: listServedOperations(routes), paths: listPaths(routes) }
}

interface ServedPath {
  readonly api: Api
  /** The path under which the API is served there. */
  readonly prefix: string
  readonly pattern: RegExp
  readonly operations: readonly Operation[]
}

function listPaths (routes: readonly ServedRoute[]): ServedPath[] {
  const byPath = Map.groupBy(routes, ({ contexts: [{ api }], path }) => `${api.contract.name} ${path}`)
  return [...byPath.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const operations = [first, ...others].flatMap(({ contexts }) => contexts.map(({ operation }) => operation))
    return [{ api: first.contexts[0].api, prefix: first.prefix, operations, pattern: pathPattern(first.path) }]
  })
}

/** The API whose paths share the most leading segments with a path; none where two share as many. */
function apiNearestTo (path: string, apis: readonly Api[], routes: readonly ServedRoute[]): Api | undefined {
  if (apis.length === 1) return apis[0]
  const ranked = apis
    .map(api => ({ api, shared: Math.max(0, ...routes.filter(({ contexts }) => contexts[0].api === api).map(route => sharedSegments(path, route.path))) }))
    .sort((a, b) => b.shared - a.shared)
  const [first, second] = ranked
  if (first === undefined || first.shared === 0 || first.shared === second?.shared) return undefined
  return first.api
}

function sharedSegments (path: string, template: string): number {
  const segments = path.split('/').slice(1)
  const own = template.split('/').slice(1)
  const differing = own.findIndex((segment, index) => segment !== segments[index])
  return differing === -1 ? own.length : differing
}

function notFoundDetail (method: string, path: string, operations: UnmatchedContext['operations']): string {
  const [near] = nearestOperations(method, path, operations, 1)
  const hint = near === undefined ? '' : `; the nearest is ${near.operation.method} ${near.operation.path} (${near.operation.id}): ${near.why.join('; ')}`
  return `No operation is served at ${method} ${path}${hint}`
}

function notFoundAtAll (path: string): ApiResponse {
  return { status: 404, headers: {}, body: { detail: `No API is served: there is nothing at ${path}` }, source: 'refusal' }
}
