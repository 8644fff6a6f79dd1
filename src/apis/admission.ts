import type { Operation } from '../contract/contract.ts'
import type { Scope } from '../simulation/scope.ts'
import type { ApiResponse } from '../validation/message.ts'
import { createSecurityCheck } from '../validation/security.ts'
import type { Api } from './api.ts'
import { refuse } from './refuse.ts'

/** Makes the function that refuses requests without the credentials that the contract asks for, or with ones that a world does not accept. */
export function createAdmission (api: Api, operation: Operation): (scope: Scope) => ApiResponse | undefined {
  const check = createSecurityCheck(operation)
  const { credentials: declared } = api.simulation.voice
  const { name } = api.contract

  return scope => {
    const { headers, query, cookies } = scope.request
    const outcome = check(headers, query, cookies)
    if ('missing' in outcome) return challenge(outcome.wwwAuthenticate, refuse('unauthorized', scope, api.simulation, `${operation.id} needs ${outcome.expected}`))
    const { credentials: accepted } = scope.world.settings
    for (const scheme in accepted) {
      if (!scheme.startsWith(`${name}.`)) continue
      const short = scheme.slice(name.length + 1)
      const given = outcome.credentials[short] ?? declared.get(short)?.(scope)
      if (given !== undefined && !accepted[scheme]?.includes(String(given))) {
        return challenge(outcome.wwwAuthenticate, refuse('unauthorized', scope, api.simulation, `this world does not accept this value of the credential ${scheme}`))
      }
    }
    return undefined
  }
}

/** A 401 names what would be accepted (RFC 9110 section 15.5.2). */
function challenge (wwwAuthenticate: string | undefined, response: ApiResponse): ApiResponse {
  if (wwwAuthenticate === undefined || response.status !== 401) return response
  return { ...response, headers: { 'www-authenticate': wwwAuthenticate, ...response.headers } }
}
