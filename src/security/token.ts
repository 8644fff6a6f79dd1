import { isObject } from '../documents/is-object.ts'

/** What a JSON Web Token says of itself (RFC 7519). Its signature is nobody's here to verify. */
export interface Token {
  /** Undefined where it says nothing of scopes. */
  readonly scopes: ReadonlySet<string> | undefined
  /** From when on it holds, in milliseconds since 1970. */
  readonly from: number
  /** Until when it holds, in milliseconds since 1970. */
  readonly until: number
}

/** The claims in which servers write scopes: RFC 9068, section 2.2.3 and what is usual beside it. */
const SCOPE_CLAIMS = ['scope', 'scp', 'scopes', 'permissions']

/** Reads a token; `undefined` for one that is opaque. */
export function readToken (text: string): Token | undefined {
  const [head = '', body = '', ...rest] = text.split('.')
  if (rest.length !== 1 || decode(head)?.alg === undefined) return undefined
  const claims = decode(body)
  if (claims === undefined) return undefined
  const scopes = SCOPE_CLAIMS.flatMap(name => listScopes(claims[name]))
  const isScoped = SCOPE_CLAIMS.some(name => name in claims)
  return { scopes: isScoped ? new Set(scopes) : undefined, from: toInstant(claims.nbf, -Infinity), until: toInstant(claims.exp, Infinity) }
}

function decode (part: string): Record<string, unknown> | undefined {
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
