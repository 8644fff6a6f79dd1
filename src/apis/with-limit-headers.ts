import type { ApiResponse } from '../messages/message.ts'
import { limitHeaders } from '../simulation/limit-headers.ts'
import type { Limit } from '../simulation/limit.ts'
import type { Scope } from '../simulation/scope.ts'

/** Adds the headers of limits that tell clients what is left. The response's own headers override them. */
export function withLimitHeaders (response: ApiResponse, limits: readonly Limit[], scope: Scope): ApiResponse {
  return { ...response, headers: { ...limitHeaders(limits, scope), ...response.headers } }
}
