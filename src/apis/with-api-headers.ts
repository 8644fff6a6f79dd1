import type { ApiSimulation } from '../simulation/simulation.ts'
import type { Scope } from '../simulation/scope.ts'
import type { ApiResponse } from '../messages/message.ts'

/** Gives an answer the headers of every answer of its API, above those that its contract gives it, and below its own. */
export function withApiHeaders (response: ApiResponse, { replies }: Pick<ApiSimulation, 'replies'>, scope: Scope): ApiResponse {
  const general = replies.headers?.({ ...scope, statusCode: response.status })
  const { defaultHeaders, headers } = response
  return general === undefined && defaultHeaders === undefined ? response : { ...response, headers: { ...defaultHeaders, ...general, ...headers } }
}
