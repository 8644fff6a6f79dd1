import type { Fault } from '../messages/fault.ts'
import type { ApiResponse } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'
import type { RequestFacts, Scope } from '../simulation/scope.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import { sizeOfHead } from '../simulation/size-of-request.ts'
import { stopwatch, systemTime } from '../worlds/clock.ts'
import type { Exchange, PendingExchange } from '../worlds/exchange.ts'
import type { Touched } from '../worlds/touched.ts'
import type { World } from '../worlds/world.ts'
import { keepRequestBody, keepResponseBody } from '../journal/kept-body.ts'
import type { KeptBody } from '../journal/kept-body.ts'
import { responseValidatorOf } from '../validation/response-validator.ts'
import { markViolation } from './mark-violation.ts'
import { withApiHeaders } from './with-api-headers.ts'
import { withHeaderFlaws } from './with-header-flaws.ts'
import type { PreparedResponse } from './prepare-response.ts'

export interface Recorded {
  readonly request: RequestFacts
  /** The time of the world when the request came, in milliseconds since 1970. */
  readonly at: number
  readonly requestViolations: readonly Violation[]
  /** The response as it is sent. */
  readonly response: ApiResponse
  readonly responseViolations: readonly Violation[]
  readonly fault?: Fault | undefined
  /** The body of the response as it is written, where that is known. */
  readonly payload?: PreparedResponse['payload']
  /** The request among those whose response was still due, where it had to wait. */
  readonly pending?: PendingExchange | undefined
  /** The parts of the simulation that the request has touched; absent where no source was asked. */
  readonly touched?: Touched | undefined
  /** The body of the response as the journal keeps it, where it is not to find that out. */
  readonly kept?: KeptBody | undefined
  /** The messages whose bodies nobody has held to the contract. */
  readonly unchecked?: Exchange['unchecked']
}

/**
 * Adds an exchange to the journal of its world. It masks and formats nothing: the journal does so when it is read, and
 * its listeners read later.
 */
export function recordExchange (world: World, exchange: Recorded): void {
  const { at, fault, payload, pending, request, requestViolations, response, responseViolations, touched } = exchange
  const tookMs = stopwatch() - request.receivedAt
  const requestBody = keepRequestBody(request)
  const responseBody = exchange.kept ?? keepResponseBody(response, payload)
  const violations = requestViolations.length + responseViolations.length
  const bytes = sizeOfHead(request) + violations * VIOLATION_BYTES + requestBody.bytes + responseBody.bytes
  const number = world.store.nextNumber('exchanges', 1)
  const recorded: Exchange = {
    id: pending?.id ?? String(number),
    number: pending && number,
    at,
    realAt: systemTime() - tookMs,
    tookMs,
    operation: request.operation?.id,
    method: request.method,
    url: request.url,
    requestPath: request.path,
    requestQuery: request.query,
    requestCookies: request.cookies,
    requestHeaders: request.headers,
    requestBody: requestBody.body,
    credentials: request.operation?.credentials ?? request.credentials,
    requestViolations,
    status: response.status,
    responseHeaders: response.headers,
    responseBody: responseBody.body,
    responseViolations,
    source: response.source,
    stub: response.stub,
    example: response.example,
    fault,
    resource: response.resource,
    unchecked: exchange.unchecked
  }
  if (pending !== undefined) world.pending.delete(pending.id)
  world.store.append(recorded, bytes)
  world.exchanged.tell()
  world.observers.tell(recorded, world, { requestBody: request.body, touched })
}

/** How many bytes a violation takes at most, about. */
const VIOLATION_BYTES = 2_000

/**
 * Completes the response to a request that no source is asked about, and records the exchange. Returns the response as
 * it is sent: one that breaks the contract of the operation is marked.
 */
export function recordUnanswered (
  response: ApiResponse,
  scope: Scope,
  simulation: ApiSimulation | undefined,
  requestViolations: readonly Violation[] = []
): ApiResponse {
  const complete = simulation === undefined ? response : withApiHeaders(response, simulation, scope)
  const { now, request, touched, world } = scope
  const { operation } = request
  const violations = operation === undefined ? [] : responseValidatorOf(operation)(complete)
  const responseViolations = withHeaderFlaws(complete, violations)
  recordExchange(world, { request, at: now, requestViolations, response: complete, responseViolations, touched })
  return markViolation(complete, responseViolations)
}
