import { STATUS_CODES } from 'node:http'
import type { ApiSimulation } from '../simulation/simulation.ts'
import type { Refusal } from '../simulation/api-simulation.ts'
import type { Scope } from '../simulation/scope.ts'
import type { ApiResponse } from '../validation/message.ts'
import { problemResponse } from './problem.ts'

/** The stand-in's own words for each refusal, for an API that has none. */
const PROBLEMS: Readonly<Record<Refusal, { status: number, code: string }>> = {
  malformed: { status: 400, code: 'STANDIN_MALFORMED_REQUEST' },
  invalid: { status: 400, code: 'STANDIN_INVALID_REQUEST' },
  unauthorized: { status: 401, code: 'STANDIN_UNAUTHORIZED' },
  notFound: { status: 404, code: 'STANDIN_UNKNOWN_PATH' },
  methodNotAllowed: { status: 405, code: 'STANDIN_METHOD_NOT_ALLOWED' },
  notAcceptable: { status: 406, code: 'STANDIN_NOT_ACCEPTABLE' },
  tooLarge: { status: 413, code: 'STANDIN_BODY_TOO_LARGE' },
  unsupportedMediaType: { status: 415, code: 'STANDIN_UNSUPPORTED_MEDIA_TYPE' }
}

/** Refuses a request in the words of its API, or else as problem details. */
export function refuse (refusal: Refusal, scope: Scope, api: ApiSimulation | undefined, detail: string): ApiResponse {
  const worded = api?.voice.refuse(refusal, scope)
  if (worded !== undefined) return worded
  const { code, status } = PROBLEMS[refusal]
  return problemResponse({ status, code, title: STATUS_CODES[status] ?? code, detail, violations: scope.violations })
}
