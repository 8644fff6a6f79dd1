import type { Operation } from '../contract/contract.ts'
import { ownMember } from '../documents/own-member.ts'
import { isDigestOf } from '../security/digest-challenge.ts'
import { createSecurityCheck } from '../security/security-check.ts'
import { toChallenges } from '../security/to-challenges.ts'
import type { Api } from './api.ts'
import type { RequestRefusal } from './refuse.ts'
import type { RequestStage } from './first-refusal.ts'

/**
 * Creates the stage that refuses requests without the credentials that the contract requires, with credentials that
 * the world does not accept, or with a token that lacks a scope.
 */
export function createAuthenticate (api: Api, operation: Operation): RequestStage {
  const check = createSecurityCheck(operation)
  const { credentials: declared } = api.simulation.replies
  const { name } = api.contract
  const digests = listDigests(operation)
  const notAccepted = toChallenges(operation.security.flat(), {
    error: 'invalid_token',
    description: 'The token is not accepted'
  })

  return scope => {
    const { headers, method, query, cookies } = scope.request
    const { credentials: accepted, scopes } = scope.world.settings
    const outcome = check(headers, query, cookies, { now: scope.now, scopes })
    if (outcome.kind === 'unauthorized') {
      return challenge('unauthorized', `${operation.id} ${outcome.reason}`, outcome.wwwAuthenticate)
    }
    for (const scheme in accepted) {
      if (!scheme.startsWith(`${name}.`)) continue
      const short = scheme.slice(name.length + 1)
      const given = ownMember(outcome.credentials, short) ?? declared.get(short)?.(scope)
      const listed = accepted[scheme] ?? []
      if (given === undefined || listed.includes(String(given))) continue
      if (digests.has(short) && listed.some(user => isDigestOf(user, String(given), method))) continue
      const detail = `this world does not accept this value of the credential ${scheme}`
      return challenge('unauthorized', detail, notAccepted)
    }
    if (outcome.kind === 'admitted') {
      scope.touched.alternative = outcome.alternative
      return undefined
    }
    return challenge('forbidden', `${operation.id} ${outcome.reason}`, outcome.wwwAuthenticate)
  }
}

/** Lists the schemes of Digest, whose credentials are different in each request. */
function listDigests ({ security }: Operation): ReadonlySet<string> {
  const digests = security.flat().filter(({ definition }) =>
    definition.type === 'http' && String(definition.scheme).toLowerCase() === 'digest')
  return new Set(digests.map(({ name }) => name))
}

/**
 * Refuses with a challenge: a 401 names what would be accepted (RFC 9110, section 15.5.2), and a 403 the scopes that
 * would suffice (RFC 6750, section 3.1).
 */
function challenge (kind: 'unauthorized' | 'forbidden', detail: string, wwwAuthenticate?: string): RequestRefusal {
  if (wwwAuthenticate === undefined) return { kind, detail }
  const headers = { 'www-authenticate': wwwAuthenticate }
  return { kind, detail, hints: { 401: headers, 403: headers } }
}
