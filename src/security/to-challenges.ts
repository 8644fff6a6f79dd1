import type { SecurityScheme } from '../contract/contract.ts'
import { toTitle } from './credential.ts'

/** What is wrong with a token (RFC 6750, section 3.1). */
export interface TokenError {
  readonly error: 'invalid_token' | 'insufficient_scope'
  readonly description: string
  /** The scopes that are needed. */
  readonly scope?: readonly string[]
}

/** What `WWW-Authenticate` says of the schemes that HTTP knows (RFC 9110, section 11.6.1); keys of other kinds have no challenge. */
export function toChallenges (schemes: readonly SecurityScheme[], error?: TokenError): string | undefined {
  const challenges = schemes.flatMap(({ definition }) => {
    if (definition.type === 'oauth2' || definition.type === 'openIdConnect') return [toBearer(error)]
    if (definition.type !== 'http') return []
    const name = String(definition.scheme).toLowerCase()
    if (name === 'bearer') return [toBearer(error)]
    return [name === 'basic' ? 'Basic realm="standin", charset="UTF-8"' : toTitle(String(definition.scheme))]
  })
  return challenges.length === 0 ? undefined : [...new Set(challenges)].join(', ')
}

/** A request without any token is told of no error (RFC 6750, section 3.1). */
function toBearer (error: TokenError | undefined): string {
  if (error === undefined) return 'Bearer'
  const attributes = { error: error.error, error_description: error.description, ...error.scope && { scope: error.scope.join(' ') } }
  return `Bearer ${Object.entries(attributes).map(([name, value]) => `${name}="${value.replace(/[^\x20\x21\x23-\x5B\x5D-\x7E]/g, "'")}"`).join(', ')}`
}
