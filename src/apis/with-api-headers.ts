import type { ApiResponse, Headers } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'
import type { Scope } from '../simulation/scope.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'

/**
 * Adds the headers that every response of an API has. They override the default headers of the contract, and the
 * response's own headers override both.
 */
export function withApiHeaders (response: ApiResponse, { replies }: ApiSimulation, scope: Scope): ApiResponse {
  const general = replies.headers?.({ ...scope, statusCode: response.status })
  const { defaultFlaws, defaultHeaders, headers } = response
  if (general === undefined && defaultHeaders === undefined) return response
  const complete = { ...response, headers: { ...defaultHeaders, ...general, ...headers } }
  return defaultFlaws === undefined
    ? complete
    : withDefaultFlaws(complete, defaultFlaws, { ...general, ...headers })
}

/** Adds the flaws of the default headers that are not overridden. */
function withDefaultFlaws (response: ApiResponse, flaws: readonly Violation[], own: Headers): ApiResponse {
  const left = flaws.filter(({ pointer }) => !Object.hasOwn(own, pointer.slice(1)))
  return left.length === 0 ? response : { ...response, headerFlaws: [...response.headerFlaws ?? [], ...left] }
}
