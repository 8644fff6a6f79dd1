import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CredentialPlaces } from '../contract/contract.ts'
import { createScope } from '../simulation/scope.ts'
import { proxyMode } from '../worlds/settings.ts'
import type { Api } from './api.ts'
import { isPreflight } from './cors.ts'
import type { ChoosePassing, PassingChoice } from './passing-choice.ts'
import { receivedFacts } from './received-facts.ts'
import { recordUnanswered } from './record-exchange.ts'
import { placesOf } from './refuse-unmatched.ts'
import { messageOf } from './route-handler.ts'
import type { RouteHandler } from './route-handler.ts'
import { ServedPaths } from './served-paths.ts'
import { PassedBody } from './upstream.ts'
import type { Upstream } from './upstream.ts'
import { urlOf, worldNameOf } from './world-name-of.ts'
import { writeWhenSaved } from './write-when-saved.ts'

/** Passes on requests that match no operation, as services may have paths that no contract knows of. */
export interface PassUnmatched {
  readonly choose: ChoosePassing
  readonly handle: RouteHandler
}

/** The service for a request, and its path here. */
interface Destination {
  readonly api: Api
  readonly upstream: Upstream
  readonly prefix: string
}

/**
 * Passes on requests that match no operation: to the service of the API that is served at their path, or whose paths
 * are the nearest, or else to the only service there is. Returns `undefined` where there is none.
 */
export function passUnmatched (apis: readonly Api[]): PassUnmatched | undefined {
  if (apis.every(({ upstream }) => upstream === undefined)) return undefined
  let credentials: CredentialPlaces | undefined
  const find = createFind(apis)

  const choose = (request: FastifyRequest): PassingChoice | undefined => {
    if (!request.url.startsWith('/') || (request.server.cors.isOn && isPreflight(request))) return undefined
    const destination = find(request)
    // A path that the contract does not know violates it.
    if (destination === undefined || destination.upstream.isEnforced) return undefined
    const { api: { contract: { name: api }, worlds }, upstream } = destination
    const mode = proxyMode(worlds.get(worldNameOf(request)).settings, { api }, upstream.mode)
    return mode === 'never' ? undefined : { mode, isWhole: false }
  }

  const handle = async (request: FastifyRequest, reply: FastifyReply, read: Parameters<RouteHandler>[2]) => {
    const message = messageOf(read)
    const destination = find(request)
    if (destination === undefined || message === undefined) return
    const { api: { rowFiles, simulation, worlds }, prefix, upstream } = destination
    const worldName = worldNameOf(request)
    const world = worlds.get(worldName)
    credentials ??= placesOf(apis)
    const facts = { ...receivedFacts(request, worldName, prefix), credentials, message }
    const scope = createScope(facts, world, { limits: simulation.limits, rowFiles })
    const response = await upstream.pass(scope)
    const { now: at, request: passed, touched } = scope
    const exchange = { request: passed, at, requestViolations: [], response, responseViolations: [], touched }
    if (response.body instanceof PassedBody) await response.body.send({ exchange, world, reply })
    else writeWhenSaved(reply, recordUnanswered(response, scope, undefined), world)
  }
  return { choose, handle }
}

function createFind (apis: readonly Api[]): (request: FastifyRequest) => Destination | undefined {
  let paths: ServedPaths | undefined
  const [only, ...others] = apis
  const single = others.length === 0 ? only : undefined
  return request => {
    paths ??= new ServedPaths(apis)
    const [path = ''] = urlOf(request).split('?', 1)
    const [matching] = paths.matching(path)
    const api = matching?.api ?? paths.nearestApi(path) ?? single
    if (api?.upstream === undefined) return undefined
    const { basePath } = api.contract
    const isUnder = path === basePath || path.startsWith(`${basePath}/`)
    return { api, upstream: api.upstream, prefix: matching?.prefix ?? (isUnder ? basePath : '') }
  }
}
