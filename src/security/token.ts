import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'

/** The claims of a JSON Web Token that matter here (RFC 7519). Its signature is not verified. */
export interface Token {
  /** `undefined` where it does not state its scopes. */
  readonly scopes: ReadonlySet<string> | undefined
  /** When it becomes valid, in milliseconds since 1970. */
  readonly from: number
  /** When it expires, in milliseconds since 1970. */
  readonly until: number
}

/**
 * The claims in which servers write scopes: that of RFC 9068, section 2.2.3, and the usual others.
 */
const SCOPE_CLAIMS = ['scope', 'scp', 'scopes', 'permissions']

/** Parses a JSON Web Token; returns `undefined` for an opaque token. */
export function readToken (text: string): Token | undefined {
  const [head = '', body = '', ...rest] = text.split('.')
  if (rest.length !== 1 || decode(head)?.alg === undefined) return undefined
  const claims = decode(body)
  if (claims === undefined) return undefined
  const scopes = SCOPE_CLAIMS.flatMap(name => listScopes(claims[name]))
  const isScoped = SCOPE_CLAIMS.some(name => name in claims)
  return {
    scopes: isScoped ? new Set(scopes) : undefined,
    from: toInstant(claims.nbf, -Infinity),
    until: toInstant(claims.exp, Infinity)
  }
}

function decode (part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Scopes are a list, or a text with a space between each (RFC 6749, section 3.3). */
function listScopes (claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(' ').filter(scope => scope !== '')
  return Array.isArray(claim) ? claim.filter(scope => typeof scope === 'string') : []
}

function toInstant (claim: unknown, otherwise: number): number {
  return typeof claim === 'number' ? claim * 1_000 : otherwise
}
