import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createMalformed, createViolation } from '../schemas/create-violation.ts'
import type { Violation } from '../schemas/violation.ts'
import type { RefusalKind } from '../vocabulary/root-words.ts'
import { createScope } from '../simulation/scope.ts'
import type { AnswerUnmatched } from './answer-unmatched.ts'
import type { ChooseOperation } from './list-routes.ts'
import { problemOf } from './problem-of.ts'
import { CODINGS } from './read-body.ts'
import { receivedFacts } from './received-facts.ts'
import { recordUnanswered } from './record-exchange.ts'
import { refuse } from './refuse.ts'
import type { RequestRefusal } from './refuse.ts'
import { worldNameOf } from './world-name-of.ts'
import { writeResponse } from './write-response.ts'
import { writeWhenSaved } from './write-when-saved.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Finds the operation that a route of the APIs serves. */
    standin?: ChooseOperation
    /** The path under which its API is served there. */
    prefix?: string
  }
}

/**
 * Turns the errors of the APIs into responses, here alone. `unmatched` answers requests that match no operation, which
 * the framework may refuse before.
 */
export function replyWithErrors (app: FastifyInstance, unmatched?: AnswerUnmatched): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error.code === 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE' && unmatched !== undefined) return unmatched(request, reply)
    if ((error.statusCode ?? 500) >= 500) app.log.error(error)
    return answerError(error, request, reply)
  })
}

/** The errors of requests that have no world. */
const WORLD_ERRORS: ReadonlySet<string> = new Set([
  'STANDIN_INVALID_WORLD_NAME',
  'STANDIN_WORLD_AMBIGUOUS',
  'STANDIN_STORAGE_UNAVAILABLE',
  'STANDIN_STORED_WORLD_UNREADABLE',
  'STANDIN_WORLD_MOVED',
  'STANDIN_WORLD_BUSY',
  'STANDIN_REPLICA_LOST',
  'STANDIN_WORLD_NOT_LOADED'
])

function answerError (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { bodyLimit, config: { prefix, standin } } = request.routeOptions
  const context = standin?.(request)
  if (context === undefined || WORLD_ERRORS.has(error.code)) return writeResponse(reply, problemOf(error))
  const { api: { rowFiles, simulation, worlds }, operation } = context
  const worldName = worldNameOf(request)
  const facts = { ...receivedFacts(request, worldName, prefix), operation }
  const world = worlds.get(worldName)
  const scope = createScope(facts, world, { limits: simulation.limits, rowFiles })
  const refusal = toRefusal(error, bodyLimit)
  const response = refusal === undefined ? problemOf(error) : refuse(refusal, scope, simulation)
  return writeWhenSaved(reply, recordUnanswered(response, scope, simulation, refusal?.violations), world)
}

/** Returns why a request is refused whose body, or whose file, cannot be read; `undefined` for other errors. */
function toRefusal ({ code, message }: FastifyError, bodyLimit: number): RequestRefusal | undefined {
  switch (code) {
    case 'STANDIN_BODY_TOO_LARGE': {
      const hint = 'send less, or allow more with --body-limit'
      return { kind: 'tooLarge', detail: `The body is larger than the ${bodyLimit} bytes that are taken: ${hint}` }
    }
    case 'STANDIN_MALFORMED_REQUEST': {
      const expected = 'be compressed as its Content-Encoding says'
      return violating('malformed', createMalformed({ in: 'body', pointer: '' }, expected, message))
    }
    case 'STANDIN_MALFORMED_MESSAGE': {
      const expected = 'be sent as its Transfer-Encoding says'
      return violating('malformed', createMalformed({ in: 'body', pointer: '' }, expected, message))
    }
    case 'STANDIN_UNSUPPORTED_MEDIA_TYPE': {
      const place = { in: 'header', pointer: '/content-encoding' } as const
      const rule = { rule: 'contentEncoding', expected: `be ${CODINGS.join(' or ')}` }
      const refusal = violating('unsupportedMediaType', createViolation(place, rule, message))
      // The response names the codings that are read (RFC 9110, section 12.5.3): the media type was not wrong.
      return { ...refusal, hints: { 415: { 'accept-encoding': CODINGS.join(', ') } } }
    }
    case 'STANDIN_FILE_NOT_AVAILABLE':
      return { kind: 'forbidden', code, detail: message }
    default:
      return undefined
  }
}

function violating (kind: RefusalKind, violation: Violation): RequestRefusal {
  return { kind, detail: violation.message, violations: [violation] }
}
