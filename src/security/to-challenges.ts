import type { SecurityScheme } from '../contract/contract.ts'
import { isHeaderName } from '../contract/to-header-text.ts'
import { toTitle } from './credential.ts'
import { DIGEST_CHALLENGE } from './digest-challenge.ts'
import { REALM } from './realm.ts'

/** The error of a token (RFC 6750, section 3.1). */
export interface TokenError {
  readonly error: 'invalid_token' | 'insufficient_scope'
  readonly description: string
  /** The required scopes. */
  readonly scope?: readonly string[]
}

/**
 * Returns the value of `WWW-Authenticate` for the schemes that HTTP defines (RFC 9110, section
 * 11.6.1); `undefined` where there is none, as for API keys.
 */
export function toChallenges (schemes: readonly SecurityScheme[], error?: TokenError): string | undefined {
  const challenges = schemes.map(scheme => toChallenge(scheme, error)).filter(challenge => challenge !== undefined)
  return challenges.length === 0 ? undefined : [...new Set(challenges)].join(', ')
}

function toChallenge ({ definition }: SecurityScheme, error: TokenError | undefined): string | undefined {
  if (definition.type === 'oauth2' || definition.type === 'openIdConnect') return toBearer(error)
  if (definition.type !== 'http') return undefined
  const scheme = String(definition.scheme)
  switch (scheme.toLowerCase()) {
    case 'bearer': return toBearer(error)
    case 'basic': return `Basic ${REALM}, charset="UTF-8"`
    case 'digest': return DIGEST_CHALLENGE
    default: return isHeaderName(scheme) ? toTitle(scheme) : undefined
  }
}

/** Without a token in the request, the challenge has no error (RFC 6750, section 3.1). */
function toBearer (error: TokenError | undefined): string {
  if (error === undefined) return `Bearer ${REALM}`
  const attributes = [toAttribute('error', error.error), toAttribute('error_description', error.description)]
  if (error.scope !== undefined) attributes.push(toAttribute('scope', error.scope.join(' ')))
  return `Bearer ${[REALM, ...attributes].join(', ')}`
}

/** Replaces the characters that RFC 6750, section 3, excludes. */
function toAttribute (name: string, value: string): string {
  return `${name}="${value.replace(/[^\x20\x21\x23-\x5B\x5D-\x7E]/g, "'")}"`
}
