import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CredentialPlaces } from '../contract/contract.ts'
import { joinPlaces } from '../contract/credential-places.ts'
import { nearestOperations } from '../journal/nearest-operations.ts'
import type { ApiResponse } from '../messages/message.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import { createScope } from '../simulation/scope.ts'
import type { Scope } from '../simulation/scope.ts'
import type { Api } from './api.ts'
import { isPreflight } from './cors.ts'
import { isNavigation } from './is-navigation.ts'
import { receivedFacts } from './received-facts.ts'
import { recordUnanswered } from './record-exchange.ts'
import { refuse } from './refuse.ts'
import type { RequestRefusal } from './refuse.ts'
import { ServedPaths } from './served-paths.ts'
import type { ServedPath } from './served-paths.ts'
import type { ServedOperation } from './served-route.ts'
import { withApiHeaders } from './with-api-headers.ts'
import { urlOf, worldNameOf } from './world-name-of.ts'
import { writeResponse } from './write-response.ts'
import { writeWhenSaved } from './write-when-saved.ts'

/** The page of the admin API, relative to the root of a world. */
const ADMIN_PAGE = '/__admin/'

/** Creates the handler for requests that match no operation: the API that is nearest to the request refuses it. */
export function refuseUnmatched (
  apis: readonly Api[]
): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  let paths: ServedPaths | undefined
  let credentials: CredentialPlaces | undefined
  return (request, reply) => {
    // Most servers find an operation for every request.
    paths ??= new ServedPaths(apis)
    const worldName = worldNameOf(request)
    const [path = ''] = urlOf(request).split('?', 1)
    const matching = paths.matching(path)
    if (path === '/' && matching.length === 0 && isNavigation(request)) return reply.redirect(pageFrom(request))
    const api = matching[0]?.api ?? paths.nearestApi(path)
    const worlds = (api ?? apis[0])?.worlds
    const isAsked = reply.server.cors.isOn && isPreflight(request)
    const world = isAsked ? worlds?.read(worldName) : worlds?.get(worldName)
    if (world === undefined) return writeResponse(reply, noApi(path))

    credentials ??= placesOf(apis)
    const facts = { ...receivedFacts(request, worldName, matching[0]?.prefix), credentials }
    const limits = api?.simulation.limits ?? new Map()
    const scope = createScope(facts, world, { limits, rowFiles: apis[0].rowFiles })
    const methods = listMethods(matching)
    const allow = methods.join(', ')
    // A preflight is no exchange.
    if (isAsked) return writeResponse(reply, allowed(scope, api?.simulation))
    // An API that words the refusal of other methods refuses OPTIONS too.
    if (methods.includes(request.method)) {
      return writeResponse(reply, { status: 204, headers: { allow }, body: undefined })
    }
    const detail = methods.length > 0
      ? `${request.method} is not a method of ${path}, which has ${allow}`
      : notFoundDetail(request.method, path, paths.operations)
    const kind = methods.length > 0 ? 'methodNotAllowed' : 'notFound'
    const documentedBy = matching
      .flatMap(({ operations }) => operations)
      .find(({ responses }) => kind === 'methodNotAllowed' && responses.some(({ status }) => status === '405'))
    const refusal: RequestRefusal = { kind, detail, hints: { 405: { allow } }, documentedBy }
    const refused = refuse(refusal, scope, api?.simulation)
    return writeWhenSaved(reply, recordUnanswered(refused, scope, api?.simulation), world)
  }
}

/** Returns the address of the page, relative to that of a world's root: `/~checkout` and `/~checkout/` are two. */
function pageFrom ({ originalUrl }: FastifyRequest): string {
  const [path = ''] = originalUrl.split('?', 1)
  const last = path.slice(path.lastIndexOf('/') + 1)
  return last === '' ? `.${ADMIN_PAGE}` : `./${last}${ADMIN_PAGE}`
}

/** Returns where requests to any of the APIs carry credentials. */
export function placesOf (apis: readonly Api[]): CredentialPlaces {
  return joinPlaces(apis.flatMap(({ contract }) => contract.operations.map(operation => operation.credentials)))
}

/** Returns the response to a preflight, with the headers that the document declares for all of its responses. */
function allowed (scope: Scope, simulation: ApiSimulation | undefined): ApiResponse {
  const response: ApiResponse = { status: 204, headers: {}, body: undefined, source: 'refusal' }
  return simulation === undefined ? response : withApiHeaders(response, simulation, scope)
}

/**
 * Lists the methods of a path: those that are documented, `HEAD` where there is `GET`, and `OPTIONS` unless the API
 * declares a reply for methods that are not allowed (RFC 9110, sections 9.3.2, 9.3.7 and 10.2.1).
 */
function listMethods (paths: readonly ServedPath[]): string[] {
  const methods = new Set<string>()
  for (const { method } of paths.flatMap(({ operations }) => operations)) {
    methods.add(method)
    if (method === 'GET') methods.add('HEAD')
  }
  const isWorded = paths.some(({ api }) => api.simulation.replies.has('methodNotAllowed'))
  if (methods.size > 0 && !isWorded) methods.add('OPTIONS')
  return [...methods]
}

function notFoundDetail (method: string, path: string, operations: readonly ServedOperation[]): string {
  const message = `No operation is served at ${method} ${path}`
  const [near] = nearestOperations(method, path, operations, 1)
  if (near === undefined) return message
  const { operation, why } = near
  return `${message}; the nearest is ${operation.method} ${operation.path} (${operation.id}): ${why.join('; ')}`
}

function noApi (path: string): ApiResponse {
  const detail = `No API is served: there is nothing at ${path}`
  return { status: 404, headers: {}, body: { detail }, source: 'refusal' }
}
