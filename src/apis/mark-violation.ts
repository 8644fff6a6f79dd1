import { headerText } from '../messages/header-text.ts'
import type { ApiResponse } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'

/** The header that reports the first violation of its contract by a response of the stand-in. */
const VIOLATION_HEADER = 'x-standin-violation'

/** Returns a response with the header that reports the first of its violations; as it is without any. */
export function markViolation (response: ApiResponse, [violation]: readonly Violation[]): ApiResponse {
  if (violation === undefined) return response
  return { ...response, headers: { ...response.headers, [VIOLATION_HEADER]: headerText(violation.message) } }
}
