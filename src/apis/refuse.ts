import { STATUS_CODES } from '../validation/node-http.ts'
import { BodyTooLarge, InvalidRequest, MalformedRequest, MethodNotAllowed, NotAcceptable, Unauthorized, UnknownPath, UnsupportedMediaType } from '../errors.ts'
import type { ApiSimulation } from '../simulation/simulation.ts'
import type { Refusal } from '../simulation/api-simulation.ts'
import type { Scope } from '../simulation/scope.ts'
import type { ApiResponse } from '../validation/message.ts'
import { problemResponse } from './problem.ts'

/** The stand-in's own words for each refusal, for an API that has none. */
const ERRORS = {
  malformed: MalformedRequest,
  invalid: InvalidRequest,
  unauthorized: Unauthorized,
  notFound: UnknownPath,
  methodNotAllowed: MethodNotAllowed,
  notAcceptable: NotAcceptable,
  tooLarge: BodyTooLarge,
  unsupportedMediaType: UnsupportedMediaType
} satisfies Record<Refusal, unknown>

/** Refuses a request in the words of its API, or else as problem details. */
export function refuse (refusal: Refusal, scope: Scope, api: ApiSimulation | undefined, detail: string): ApiResponse {
  const worded = api?.voice.refuse(refusal, scope)
  if (worded !== undefined) return worded
  const { code, statusCode: status = 500 } = new ERRORS[refusal](detail, '', '')
  return problemResponse({ status, code, title: STATUS_CODES[status] ?? code, detail, violations: scope.violations })
}
