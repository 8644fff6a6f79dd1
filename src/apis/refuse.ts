import { STATUS_CODES } from '../messages/node-http.ts'
import { BodyTooLarge, Forbidden, InvalidRequest, MalformedRequest, MethodNotAllowed, NotAcceptable, Unauthorized, UnknownPath, UnsupportedMediaType } from '../errors.ts'
import type { ApiSimulation } from '../simulation/simulation.ts'
import type { Refusal } from '../simulation/api-simulation.ts'
import type { Scope } from '../simulation/scope.ts'
import { writtenMediaType } from '../messages/media-type.ts'
import type { ApiResponse } from '../messages/message.ts'
import { refuseAsDocumented } from './refuse-as-documented.ts'
import type { ProblemDetails } from './problem-details.ts'

/** The stand-in's own words for each refusal, for an API that has none. */
const ERRORS = {
  malformed: MalformedRequest,
  invalid: InvalidRequest,
  unauthorized: Unauthorized,
  forbidden: Forbidden,
  notFound: UnknownPath,
  methodNotAllowed: MethodNotAllowed,
  notAcceptable: NotAcceptable,
  tooLarge: BodyTooLarge,
  unsupportedMediaType: UnsupportedMediaType
} satisfies Record<Refusal, unknown>

/** Refuses a request in the words that its document declares, in the form that its operation documents, or else as problem details. */
export function refuse (refusal: Refusal, scope: Scope, api: ApiSimulation | undefined, detail: string): ApiResponse {
  const response = api?.replies.refuse(refusal, scope) ?? refuseAsDocumented(refusal, toProblem(refusal, scope, detail), scope)
  return response.status === 415 ? withAccepted(response, scope) : response
}

function toProblem (refusal: Refusal, { violations }: Scope, detail: string): ProblemDetails {
  const { code, statusCode: status = 500 } = new ERRORS[refusal](detail, '', '')
  return { status, code, title: STATUS_CODES[status] ?? code, detail, violations }
}

/** A 415 names the media types that would be taken (RFC 9110, section 12.5.1; RFC 5789, section 3.1 for PATCH; Linked Data Platform 1.0, section 7.1 for POST). */
function withAccepted (response: ApiResponse, { request: { method, operation } }: Scope): ApiResponse {
  const types = operation?.body?.content.map(writtenMediaType).join(', ')
  if (types === undefined) return response
  const names = ['accept', ...method === 'POST' || method === 'PATCH' ? [`accept-${method.toLowerCase()}`] : []]
  return { ...response, headers: { ...Object.fromEntries(names.map(name => [name, types])), ...response.headers } }
}
