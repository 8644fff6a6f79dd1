import type { SecurityScheme } from '../contract/contract.ts'
import { toChallenges } from './to-challenges.ts'
import type { TokenError } from './to-challenges.ts'
import { readToken } from './token.ts'
import type { Token } from './token.ts'

/** A world's time, and the scopes that it gives to tokens. */
export interface TokenFacts {
  /** The time of its clock, in milliseconds since 1970. */
  readonly now: number
  /**
   * The scopes of tokens that do not state theirs, by scheme: `mews.oauth`; a scheme that is not
   * listed grants all.
   */
  readonly scopes: Readonly<Record<string, readonly string[]>>
}

/** Why a token is rejected. */
export interface TokenRejection {
  readonly kind: 'unauthorized' | 'forbidden'
  /** To be read after the operation's id. */
  readonly reason: string
  readonly wwwAuthenticate: string | undefined
}

/** A token of a request, and the scheme that requires it. */
export interface GivenToken {
  readonly api: string
  readonly scheme: SecurityScheme
  /** The token; `undefined` where its form is not that of RFC 6750. */
  readonly text: string | undefined
}

/** Returns why a token is rejected; `undefined` where it is accepted. */
export type TokenCheck = (given: GivenToken, facts: TokenFacts) => TokenRejection | undefined

/**
 * Creates the check that a token is well-formed, that it is valid now, and that it has the scopes
 * that its scheme requires.
 */
export function createTokenCheck (): TokenCheck {
  const read = rememberLast(readToken)
  return (given, facts) => {
    const { scheme, text } = given
    if (text === undefined) {
      return reject(scheme, 'The token is malformed', 'needs a token of the form that RFC 6750 has')
    }
    const token = read(text)
    return rejectByTime(scheme, token, facts.now) ?? rejectByScopes(given, token, facts)
  }
}

function rejectByTime (
  scheme: SecurityScheme,
  token: Token | undefined,
  now: number
): TokenRejection | undefined {
  if (token === undefined) return undefined
  if (token.until <= now) {
    const age = toSeconds(now - token.until)
    const reason = `this one expired ${age} ago, by the clock of this world`
    return reject(scheme, 'The token has expired', `needs a valid token: ${reason}`)
  }
  if (token.from > now) {
    const wait = toSeconds(token.from - now)
    const reason = `this one will be in ${wait}, by the clock of this world`
    return reject(scheme, 'The token is not valid yet', `needs a valid token: ${reason}`)
  }
  return undefined
}

function toSeconds (milliseconds: number): string {
  return `${Math.ceil(milliseconds / 1_000)} s`
}

function rejectByScopes (
  { api, scheme }: GivenToken,
  token: Token | undefined,
  facts: TokenFacts
): TokenRejection | undefined {
  const { definition: { type }, scopes } = scheme
  // For other schemes, these are names of roles, which have no defined meaning (OpenAPI 3.1,
  // Security Requirement Object).
  if (scopes.length === 0 || (type !== 'oauth2' && type !== 'openIdConnect')) return undefined
  const listed = facts.scopes[`${api}.${scheme.name}`]
  const granted = token?.scopes ?? (listed && new Set(listed))
  const lacking = granted === undefined ? [] : scopes.filter(scope => !granted.has(scope))
  if (lacking.length === 0) return undefined

  const word = scopes.length === 1 ? 'scope' : 'scopes'
  const error: TokenError = {
    error: 'insufficient_scope',
    description: `The token lacks ${lacking.join(' ')}`,
    scope: scopes
  }
  return {
    kind: 'forbidden',
    reason: `needs a token with the ${word} ${scopes.join(', ')}, and this one lacks ${lacking.join(', ')}`,
    wwwAuthenticate: toChallenges([scheme], error)
  }
}

function reject (scheme: SecurityScheme, description: string, reason: string): TokenRejection {
  const wwwAuthenticate = toChallenges([scheme], { error: 'invalid_token', description })
  return { kind: 'unauthorized', reason, wwwAuthenticate }
}

/** Returns a reader that remembers the last text, as clients use one token for many requests. */
function rememberLast<Read> (read: (text: string) => Read): (text: string) => Read {
  let last: { readonly text: string, readonly value: Read } | undefined
  return text => {
    if (last?.text !== text) last = { text, value: read(text) }
    return last.value
  }
}
