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
  const shared = defaultHeaders === undefined ? general?.headers : { ...defaultHeaders, ...general?.headers }
  const hasOwnHeaders = Object.keys(headers).length > 0
  const complete = { ...response, headers: hasOwnHeaders ? { ...shared, ...headers } : shared ?? headers }
  if (defaultFlaws === undefined && general?.headerFlaws === undefined) return complete
  const flaws = [
    ...response.headerFlaws ?? [],
    ...flawsBeside(general?.headerFlaws, headers),
    ...flawsBeside(defaultFlaws, { ...general?.headers, ...headers })
  ]
  return flaws.length === 0 ? complete : { ...complete, headerFlaws: flaws }
}

/** Returns the flaws of headers that others do not override. */
function flawsBeside (flaws: readonly Violation[] = [], others: Headers): readonly Violation[] {
  return flaws.filter(({ pointer }) => !Object.hasOwn(others, pointer.slice(1)))
}
