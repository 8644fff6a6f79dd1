import type { Operation } from '../contract/contract.ts'
import { InvalidResponse, NoResponse } from '../errors.ts'
import { answerByHandler } from '../handlers/answer-by-handler.ts'
import type { ApiRequest, ApiResponse, Delivery } from '../messages/message.ts'
import type { RawRequest, RequestParts } from '../messages/request-parts.ts'
import { isUnread } from '../messages/sent-message.ts'
import { createContentTypes } from '../responses/content-types.ts'
import { fromExamples, fromSchema } from '../responses/from-examples.ts'
import { fromPreference } from '../responses/from-preference.ts'
import { fromStubs } from '../responses/from-stubs.ts'
import { beforeNext, firstResponse } from '../responses/response-source.ts'
import type { ResponseSource, SourceResponse, SourceScope } from '../responses/response-source.ts'
import type { Violation } from '../schemas/violation.ts'
import type { OperationSimulation } from '../simulation/operation-simulation.ts'
import { createScope } from '../simulation/scope.ts'
import type { RequestFacts } from '../simulation/scope.ts'
import { createRequestValidator } from '../validation/request-validator.ts'
import type { RequestReading } from '../validation/request-validator.ts'
import { responseValidatorOf } from '../validation/response-validator.ts'
import type { PendingExchange } from '../worlds/exchange.ts'
import type { Touched } from '../worlds/touched.ts'
import type { World } from '../worlds/world.ts'
import type { OperationContext } from './api.ts'
import { beginExchange } from './begin-exchange.ts'
import { createAuthenticate } from './authenticate.ts'
import { createCheckAccepted, createNegotiate } from './negotiate.ts'
import { problemResponse } from '../refusals/problem-details.ts'
import { refuse } from './refuse.ts'
import type { Refusal } from './refuse.ts'
import { createPassingWays } from './passing-ways.ts'
import type { Way } from './passing-ways.ts'
import { withApiHeaders } from './with-api-headers.ts'
import { withLimitHeaders } from './with-limit-headers.ts'
import { withHeaderFlaws } from './with-header-flaws.ts'
import { createLimit, createRefuseInvalid, firstRefusal } from './first-refusal.ts'
import type { RequestStage } from './first-refusal.ts'

/** A response, how it is sent, and what the journal keeps of how it was made. */
export interface Answer {
  readonly request: ApiRequest
  /** The world's time for this request, in milliseconds since 1970: the response may be sent later. */
  readonly at: number
  readonly requestViolations: readonly Violation[]
  readonly response: ApiResponse
  readonly responseViolations: readonly Violation[]
  readonly delivery: Delivery
  /** The parts of the simulation that the request has touched; absent outside every document. */
  readonly touched?: Touched
  /** The request in the journal, where the response is made later. */
  readonly pending?: PendingExchange | undefined
}

/** An answer that is made later, as by a handler that takes time. */
export interface LaterAnswer {
  readonly later: Promise<Answer>
  /** Lists the request in the journal as one whose response is still due. */
  readonly begin: () => PendingExchange
}

/** Subscribes the callbacks of an operation to the resource that it created or used again. */
type Subscribe = (resource: NonNullable<ApiResponse['resource']>, scope: SourceScope) => void

export type CreateAnswer = (facts: RequestFacts, raw: RawRequest, world: World) => Answer | LaterAnswer

const NONE: readonly Violation[] = []
const AT_ONCE: Delivery = {}

/**
 * Creates the function that answers the requests of one operation. A request is read, and passes the stages; the first
 * source that responds determines the response, which is validated against the contract.
 */
export function createAnswer (context: OperationContext): CreateAnswer {
  const { api, operation } = context
  const { simulation } = api
  const simulated = simulation.operations.get(operation.id)
  const limits = simulation.replies.limitsOf(operation)
  const shownLimits = limits.map(({ limit }) => limit).filter(({ declared }) => declared.headers.length > 0)
  const stages: readonly RequestStage[] = [
    createLimit(limits),
    createAuthenticate(api, operation),
    createRefuseInvalid(api.invalidStatus)
  ]
  const stateContentType = createContentTypes(operation)
  const checkAccepted = createCheckAccepted(operation)
  const subscribe: Subscribe = (resource, scope) => {
    const callbacks = api.callbacksOf(scope.world)
    for (const callback of simulated?.callbacks ?? []) callbacks.subscribe(callback, resource, scope)
  }
  const asked = [fromStubs(operation, { find: simulated?.find }), fromPreference(operation)]
  const acted = [fromHandler(context), fromSimulation(simulated, subscribe)]
  const negotiated = fromNegotiation(context)
  const documented = [fromExamples(operation), fromSchema(operation)]
  const respond = firstResponse([...asked, negotiated, ...acted, ...documented], () => noResponse(operation))
  const local: Way = { stages, respond }
  const shared = { operation, limits, stages, asked, acted }
  const ways = api.upstream && createPassingWays({ ...shared, upstream: api.upstream })

  const outage = fromStubs(operation, { isRefused: true })
  const validateRequest = createRequestValidator(operation)
  const validateHead = api.upstream && createRequestValidator({ ...operation, body: undefined })
  const validateResponse = responseValidatorOf(operation)
  const isReplaced = (response: ApiResponse, violations: readonly Violation[]): boolean =>
    api.responseErrors === true && violations.length > 0 && response.source !== 'refusal'
  const scopeContext = { emit: api.emit, limits: simulation.limits, rowFiles: api.rowFiles }

  const accepted = (response: SourceResponse, scope: SourceScope): SourceResponse => {
    const refusal = checkAccepted(response, scope)
    if (refusal === undefined) return response
    scope.touched.hide()
    const { delivery, stub } = response
    return { ...refuse(refusal, scope, simulation), ...(stub !== undefined && { stub, delivery }) }
  }

  const complete = (made: SourceResponse, scope: SourceScope, requestViolations: readonly Violation[]): Answer => {
    if (made.isFinal === true) return passedAnswer(made, scope, requestViolations)
    const sourced = accepted(stateContentType(made, scope.request), scope)
    const { delivery = AT_ONCE, resource } = sourced
    const limited = shownLimits.length === 0 ? sourced : withLimitHeaders(sourced, shownLimits, scope)
    const response = withApiHeaders(limited, simulation, scope)
    const responseViolations = withHeaderFlaws(response, validateResponse(response))
    const isValid = !isReplaced(response, responseViolations)
    if (!isValid) scope.touched.hide()
    if (resource !== undefined) subscribe(resource, scope)
    return {
      request: scope.request,
      at: scope.now,
      requestViolations,
      response: isValid ? response : invalidResponse(operation, responseViolations),
      responseViolations,
      delivery,
      touched: scope.touched
    }
  }

  /** Only a refused request pays for the stubs that go before validation: all others ask every stub anyway. */
  const answerRefused = (refusal: Refusal, scope: SourceScope): SourceResponse | Promise<SourceResponse> => {
    return beforeNext(() => refuse(refusal, scope, simulation), outage)(scope)
  }

  return (facts, raw, world) => {
    const { message } = raw
    const isRead = message === undefined || validateHead === undefined || !isUnread(message)
    const reading = isRead ? validateRequest(raw) : validateHead(raw)
    const parsed = toRequest(facts, operation, reading.parts)
    const scope = createScope(message === undefined ? parsed : { ...parsed, message }, world, scopeContext)
    const way = message === undefined ? local : ways?.[message.mode] ?? local
    const refusal = firstRefusal(way.stages, scope, reading)
    const sourced = refusal === undefined ? way.respond(scope) : answerRefused(refusal, scope)
    const violations = listViolations(reading, way.findMissingCredential?.(scope))
    if (!(sourced instanceof Promise)) return complete(sourced, scope, violations)
    const { now: at, request } = scope
    return {
      later: sourced.then(made => complete(made, scope, violations)),
      begin: () => beginExchange(world, { request, at, requestViolations: violations })
    }
  }
}

function listViolations (reading: RequestReading, missing: Violation | undefined): readonly Violation[] {
  const violations = reading.kind === 'valid' ? NONE : reading.violations
  return missing === undefined ? violations : [missing, ...violations]
}

/** Returns the answer that a service has made, or that tells why none has: what it says is not changed. */
function passedAnswer (
  made: SourceResponse,
  { now, request, touched }: SourceScope,
  requestViolations: readonly Violation[]
): Answer {
  return {
    request,
    at: now,
    requestViolations,
    response: made,
    responseViolations: NONE,
    delivery: made.delivery ?? AT_ONCE,
    touched
  }
}

/** Copies member by member: engines copy whole objects into one another far slower. */
function toRequest (facts: RequestFacts, operation: Operation, parts: RequestParts): ApiRequest {
  const { baseUrl, method, receivedAt, serverPath, serverUrl, url } = facts
  const { body, cookies, headers, path, query, rawBody } = parts
  return {
    operation,
    method,
    url,
    baseUrl,
    serverUrl,
    serverPath,
    receivedAt,
    path,
    query,
    headers,
    cookies,
    body,
    rawBody
  }
}

/** Refuses, before the simulation acts, what a client would not accept. */
function fromNegotiation ({ api, operation }: OperationContext): ResponseSource {
  const negotiate = createNegotiate(operation)
  return scope => {
    const refusal = negotiate(scope)
    return refusal && refuse(refusal, scope, api.simulation)
  }
}

function fromHandler ({ api, operation }: OperationContext): ResponseSource | undefined {
  const handler = api.handlers.get(operation.id)
  if (handler === undefined) return undefined
  const answer = answerByHandler(operation, handler, api.simulation.types)
  return scope => answer(scope.request, scope)
}

/** Responds by the simulation. Callbacks do not wait for a response that waits for its job. */
function fromSimulation (simulated: OperationSimulation | undefined, subscribe: Subscribe): ResponseSource | undefined {
  if (simulated?.later === undefined) return simulated && (scope => simulated.respond(scope))
  const { later } = simulated
  return scope => {
    const response = simulated.respond(scope)
    if (response?.resource === undefined) return response
    subscribe(response.resource, scope)
    return later(response, scope)
  }
}

/** Responds in place of a response that breaks its contract, where that is an error. */
function invalidResponse ({ id }: Operation, violations: readonly Violation[]): ApiResponse {
  const messages = violations.map(({ message }) => message).join('; ')
  const { code, message, statusCode: status = 500 } = new InvalidResponse(id, messages)
  return problemResponse({ status, code, title: 'Internal Server Error', detail: message, violations })
}

/** Responds for an operation that documents no response at all. */
function noResponse ({ id }: Operation): ApiResponse {
  const { code, message, statusCode: status = 501 } = new NoResponse(id)
  return problemResponse({ status, code, title: 'Not Implemented', detail: message })
}
