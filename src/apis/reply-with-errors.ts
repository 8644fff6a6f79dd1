import { STATUS_CODES } from '../messages/node-http.ts'
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import type { Refusal } from '../simulation/api-simulation.ts'
import type { Scope } from '../simulation/scope.ts'
import type { ApiSimulation } from '../simulation/simulation.ts'
import type { ApiResponse } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'
import { createMalformed, createViolation } from '../schemas/create-violation.ts'
import { problemResponse } from './problem-details.ts'
import { receivedFacts } from './received-facts.ts'
import { recordExchange } from './record-exchange.ts'
import { CODINGS } from './read-body.ts'
import { refuse } from './refuse.ts'
import type { ChooseOperation } from './list-routes.ts'
import { worldNameOf } from './world-name-of.ts'
import { withApiHeaders } from './with-api-headers.ts'
import { writeResponse } from './write-response.ts'
import { createScope } from '../simulation/scope.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Finds the operation that a route of the APIs serves. */
    standin?: ChooseOperation
    /** The path under which its API is served there. */
    prefix?: string
  }
}

/** The one place where an error of the APIs becomes a response. */
export function replyWithErrors (app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if ((error.statusCode ?? 500) >= 500) app.log.error(error)
    return writeResponse(reply, answerError(error, request))
  })
}

function answerError (error: FastifyError, request: FastifyRequest): ApiResponse {
  const { bodyLimit, config: { prefix, standin } } = request.routeOptions
  const context = standin?.(request)
  if (context === undefined || error.code === 'STANDIN_INVALID_WORLD_NAME' || error.code === 'STANDIN_WORLD_AMBIGUOUS') return describe(error)
  const { api, operation } = context
  const worldName = worldNameOf(request)
  const world = api.worlds.get(worldName)
  const facts = { ...receivedFacts(request, worldName, prefix), operation }
  const scope = createScope(facts, world, { limits: api.simulation.limits, rowFiles: api.rowFiles })
  const { response, violations } = refuseUnread(error, { bodyLimit, scope, simulation: api.simulation })
  const complete = withApiHeaders(response, api.simulation, scope)
  recordExchange(world, { request: facts, requestViolations: violations, response: complete, responseHeaders: complete.headers, responseViolations: [] })
  return complete
}

interface Refused {
  readonly response: ApiResponse
  readonly violations: readonly Violation[]
}

interface Unread {
  readonly bodyLimit: number
  readonly scope: Scope
  readonly simulation: ApiSimulation
}

/** What is refused before a body is read, in the words of the API; other errors in our own. */
function refuseUnread (error: FastifyError, { bodyLimit, scope, simulation }: Unread): Refused {
  const refuseWith = (refusal: Refusal, violation: Violation): Refused =>
    ({ response: refuse(refusal, { ...scope, violations: [violation] }, simulation, violation.message), violations: [violation] })

  switch (error.code) {
    case 'STANDIN_BODY_TOO_LARGE': {
      const detail = `The body is larger than the ${bodyLimit} bytes that are taken: send less, or allow more with --body-limit`
      return { response: refuse('tooLarge', scope, simulation, detail), violations: [] }
    }
    case 'STANDIN_MALFORMED_REQUEST':
      return refuseWith('malformed', createMalformed({ in: 'body', pointer: '' }, 'be compressed as its Content-Encoding says', error.message))
    case 'STANDIN_UNSUPPORTED_MEDIA_TYPE':
      return withAcceptEncoding(refuseWith('unsupportedMediaType', createViolation({ in: 'header', pointer: '/content-encoding' }, { rule: 'contentEncoding', expected: `be ${CODINGS.join(' or ')}` }, error.message)))
    default:
      return { response: describe(error), violations: [] }
  }
}

/** A 415 for a coding names those that are read (RFC 9110, section 12.5.3), and not the media types, of which none was wrong. */
function withAcceptEncoding ({ response, violations }: Refused): Refused {
  const { accept, 'accept-post': post, 'accept-patch': patch, ...headers } = response.headers
  return { response: { ...response, headers: { ...headers, 'accept-encoding': CODINGS.join(', ') } }, violations }
}

const INTERNAL_ERROR = { status: 500, code: 'STANDIN_INTERNAL_ERROR', title: 'Internal Server Error', detail: 'The stand-in failed to answer: its log tells more' }

function describe (error: FastifyError): ApiResponse {
  // What went wrong inside is for the log; the client learns that it did.
  if (!/^(?:STANDIN|FST)_/.test(error.code ?? '')) return problemResponse(INTERNAL_ERROR)
  const status = error.statusCode ?? 500
  return problemResponse({ status, code: error.code, title: STATUS_CODES[status] ?? 'Error', detail: error.message })
}
