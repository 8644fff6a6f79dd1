import type { Operation } from '../contract/contract.ts'
import { NoResponse } from '../errors.ts'
import { firstResponse } from '../responses/first-response.ts'
import { fromExamples } from '../responses/from-examples.ts'
import { fromPreference } from '../responses/from-preference.ts'
import { fromSchema } from '../responses/from-schema.ts'
import { fromStubs } from '../responses/from-stubs.ts'
import type { RequestFacts, Scope } from '../simulation/scope.ts'
import { refuseBeyondLimits } from '../simulation/simulation.ts'
import type { ApiRequest, ApiResponse } from '../messages/message.ts'
import { createRequestValidator } from '../validation/request-validator.ts'
import type { RawRequest, RequestParts } from '../messages/request-parts.ts'
import { createResponseValidator } from '../validation/response-validator.ts'
import type { Violation } from '../schemas/violation.ts'
import type { LifecycleChoice } from '../worlds/settings.ts'
import type { World } from '../worlds/world.ts'
import { createNegotiate } from './negotiate.ts'
import { createAuthenticate } from './authenticate.ts'
import type { Api, OperationContext } from './api.ts'
import { asScripted, fromHandler } from './from-handler.ts'
import { PROBLEM_TYPE, problemResponse } from './problem-details.ts'
import { refuse } from './refuse.ts'
import { withApiHeaders } from './with-api-headers.ts'
import { createScope } from '../simulation/scope.ts'

/** An answer with all that the journal keeps of how it came about. */
export interface Answer {
  readonly response: ApiResponse
  readonly request: RequestFacts
  /** The time of the world for this request, in milliseconds since 1970: its answer may wait. */
  readonly at: number
  readonly requestViolations: readonly Violation[]
  readonly responseViolations: readonly Violation[]
}

const NONE: readonly Violation[] = []

/** Makes the function that answers the requests of one operation: read, refuse, or else ask the sources in order; then hold the answer to the contract. */
export function createAnswer ({ api, operation }: OperationContext): (facts: RequestFacts, raw: RawRequest, world: World) => Answer | Promise<Answer> {
  const admit = createAuthenticate(api, operation)
  const accept = createNegotiate(api, operation)
  const validateRequest = createRequestValidator(operation)
  const validateResponse = createResponseValidator(operation)
  const simulated = api.simulation.operations.get(operation.id)
  const answerUnhandled = [
    (request: ApiRequest, world: World, lifecycleChoice?: LifecycleChoice) => simulated?.respond({ ...scopeOf(request, world, api), lifecycleChoice }),
    fromExamples(operation),
    fromSchema(operation)
  ]
  const answerUnscripted = firstResponse(fromPreference(operation), ...fromHandler({ api, operation }, (request, world) => scopeOf(request, world, api), firstResponse(...answerUnhandled)), ...answerUnhandled)
  const respond = firstResponse(
    fromStubs(operation, { find: simulated?.find, scopeOf: (request, world) => scopeOf(request, world, api), next: answerUnscripted }),
    answerUnscripted
  )

  const finish = (response: ApiResponse, request: ApiRequest, scope: Scope, requestViolations: readonly Violation[]): Answer => {
    const complete = withApiHeaders(response, api.simulation, scope)
    const responseViolations = isProblemDetails(response) ? NONE : validateResponse(complete)
    if (response.resource !== undefined) subscribeCallbacks(response.resource, operation.id, scope, api)
    return { response: complete, request, at: scope.now, requestViolations, responseViolations }
  }

  return (facts, raw, world) => {
    const read = validateRequest(raw)
    const known = readRequest(facts, operation, read.parts)
    const scope = scopeOf(known, world, api)
    const refused = refuseBeyondLimits(api.simulation, operation, scope) ??
      admit(scope) ??
      accept(scope) ??
      (read.kind === 'valid' ? undefined : refuseInvalid(read.kind, read.violations, scope, api))
    const response = refused ?? respond(known, world) ?? noResponse(operation.id)
    const requestViolations = read.kind === 'valid' ? NONE : read.violations
    if (response.later === undefined) return finish(response, known, scope, requestViolations)
    return response.later.then(made => finish(asScripted(made ?? noResponse(operation.id), response), known, scope, requestViolations))
  }
}

/** Member by member: engines copy whole objects into one another by far slower. */
function readRequest ({ baseUrl, method, receivedAt, serverPath, serverUrl, url }: RequestFacts, operation: Operation, { body, cookies, headers, path, query }: RequestParts): ApiRequest {
  return { operation, method, url, baseUrl, serverUrl, serverPath, receivedAt, path, query, headers, cookies, body }
}

function scopeOf (request: RequestFacts, world: World, { emit, rowFiles, simulation: { limits } }: Api): Scope {
  return createScope(request, world, { limits, rowFiles, emit })
}

const DETAILS = {
  malformed: 'The body cannot be read',
  invalid: 'The request does not fit its contract',
  unsupportedMediaType: 'The body is of a media type that the operation does not take'
} as const

function refuseInvalid (kind: keyof typeof DETAILS, violations: readonly Violation[], scope: Scope, { simulation }: Api): ApiResponse {
  return refuse(kind, { ...scope, violations }, simulation, `${DETAILS[kind]} (${scope.request.operation?.id}): ${violations.map(({ message }) => message).join('; ')}`)
}

/** What an operation that documents no response at all is answered with. */
function noResponse (operation: string): ApiResponse {
  const { code, message, statusCode: status = 501 } = new NoResponse(operation)
  return problemResponse({ status, code, title: 'Not Implemented', detail: message })
}

/** Problem details are the stand-in speaking for itself, where the contract has no words. */
function isProblemDetails ({ headers }: ApiResponse): boolean {
  return headers['content-type'] === PROBLEM_TYPE
}

function subscribeCallbacks (resource: { type: string, id: string }, operation: string, scope: Scope, { callbacksOf, simulation }: Api): void {
  for (const callback of simulation.operations.get(operation)?.callbacks ?? []) callbacksOf(scope.world).subscribe(callback, resource, scope)
}
