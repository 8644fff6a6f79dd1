import type { ApiResponse } from '../messages/message.ts'
import type { Scope } from '../simulation/scope.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'

/**
 * Adds the headers that every response of an API has. They override the default headers of the contract, and the
 * response's own headers override both.
 */
export function withApiHeaders (response: ApiResponse, { replies }: ApiSimulation, scope: Scope): ApiResponse {
  const general = replies.headers?.({ ...scope, statusCode: response.status })
  const { defaultHeaders, headers } = response
  if (general === undefined && defaultHeaders === undefined) return response
  return { ...response, headers: { ...defaultHeaders, ...general, ...headers } }
}
