import type { Operation } from '../contract/contract.ts'
import type { Scope } from '../simulation/scope.ts'
import { toChallenges } from '../security/to-challenges.ts'
import type { ApiResponse } from '../messages/message.ts'
import { createSecurityCheck } from '../security/security-check.ts'
import type { Api } from './api.ts'
import { refuse } from './refuse.ts'

/** Makes the function that refuses requests without the credentials that the contract asks for, with ones that a world does not accept, or whose scopes do not suffice. */
export function createAuthenticate (api: Api, operation: Operation): (scope: Scope) => ApiResponse | undefined {
  const check = createSecurityCheck(operation)
  const { credentials: declared } = api.simulation.replies
  const { name } = api.contract
  const notAccepted = toChallenges(operation.security.flat(), { error: 'invalid_token', description: 'The token is not accepted' })

  return scope => {
    const { headers, query, cookies } = scope.request
    const { credentials: accepted, scopes } = scope.world.settings
    const outcome = check(headers, query, cookies, { now: scope.now, scopes })
    if (outcome.kind === 'unauthorized') return challenge(outcome.wwwAuthenticate, refuse('unauthorized', scope, api.simulation, `${operation.id} ${outcome.reason}`))
    for (const scheme in accepted) {
      if (!scheme.startsWith(`${name}.`)) continue
      const short = scheme.slice(name.length + 1)
      const given = outcome.credentials[short] ?? declared.get(short)?.(scope)
      if (given !== undefined && !accepted[scheme]?.includes(String(given))) {
        return challenge(notAccepted, refuse('unauthorized', scope, api.simulation, `this world does not accept this value of the credential ${scheme}`))
      }
    }
    if (outcome.kind === 'forbidden') return challenge(outcome.wwwAuthenticate, refuse('forbidden', scope, api.simulation, `${operation.id} ${outcome.reason}`))
    return undefined
  }
}

/** A 401 names what would be accepted (RFC 9110 section 15.5.2), and a 403 the scopes that would suffice (RFC 6750, section 3.1). */
function challenge (wwwAuthenticate: string | undefined, response: ApiResponse): ApiResponse {
  if (wwwAuthenticate === undefined || (response.status !== 401 && response.status !== 403)) return response
  return { ...response, headers: { 'www-authenticate': wwwAuthenticate, ...response.headers } }
}
