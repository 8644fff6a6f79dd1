import type { Operation, SecurityScheme } from '../contract/contract.ts'
import { toChallenges } from './to-challenges.ts'
import { createCredential } from './credential.ts'
import type { Credential } from './credential.ts'
import { readToken } from './token.ts'
import type { Token } from './token.ts'

type Values = Readonly<Record<string, unknown>>

/** What a request carries to say who sends it, by the scheme's name; or why that will not do. */
export type SecurityOutcome =
  | { readonly kind: 'admitted', readonly credentials: Readonly<Record<string, string>> }
  | {
    readonly kind: 'unauthorized'
    readonly missing: readonly SecurityScheme[]
    /** To be read after the operation's id. */
    readonly reason: string
    readonly wwwAuthenticate: string | undefined
  }
  | {
    readonly kind: 'forbidden'
    readonly credentials: Readonly<Record<string, string>>
    readonly reason: string
    readonly wwwAuthenticate: string | undefined
  }

/** What a world knows of tokens. */
export interface TokenFacts {
  /** Its time, in milliseconds since 1970. */
  readonly now: number
  /** The scopes of tokens that do not tell theirs, by scheme; all of them where none are listed. */
  readonly scopes: Readonly<Record<string, readonly string[]>>
}

type SecurityCheck = (headers: Values, query: Values, cookies: Values, facts?: TokenFacts) => SecurityOutcome

const NO_FACTS: TokenFacts = { now: 0, scopes: {} }

/** Makes the check for an operation's credentials: that those of one of its alternatives are there, have the form they should, hold, and give the scopes that are needed. */
export function createSecurityCheck ({ api, security }: Operation): SecurityCheck {
  const alternatives = security.map(schemes => schemes.map(createCredential))
  const expected = `needs ${alternatives.map(credentials => credentials.map(credential => credential.expected).join(' and ')).join(', or ')}`
  const open: SecurityOutcome = { kind: 'admitted', credentials: Object.freeze({}) }
  const readKnownToken = rememberLast(readToken)
  return (headers, query, cookies, facts = NO_FACTS) => {
    if (alternatives.length === 0) return open
    let nearest: SecurityOutcome | undefined
    for (const alternative of alternatives) {
      const outcome = check(alternative, { api, headers, query, cookies, facts, readToken: readKnownToken })
      if (outcome.kind === 'admitted') return outcome
      if (nearest === undefined || isNearer(outcome, nearest)) nearest = outcome
    }
    if (nearest?.kind !== 'unauthorized' || nearest.reason !== '') return nearest ?? open
    return { ...nearest, reason: expected, wwwAuthenticate: toChallenges(security.flat()) }
  }
}

/** The alternative that comes nearest is the one that was meant: one that lacks but a scope, then one with a token that does not hold, then the one of which least is missing. */
function isNearer (one: SecurityOutcome, other: SecurityOutcome): boolean {
  return distance(one) < distance(other)
}

function distance (outcome: SecurityOutcome): number {
  if (outcome.kind !== 'unauthorized') return 0
  return outcome.missing.length === 0 ? 1 : 1 + outcome.missing.length
}

interface Sent {
  readonly api: string
  readonly headers: Values
  readonly query: Values
  readonly cookies: Values
  readonly facts: TokenFacts
  readonly readToken: (text: string) => Token | undefined
}

function check (alternative: readonly Credential[], sent: Sent): SecurityOutcome {
  const credentials: Record<string, string> = {}
  const absent: Credential[] = []
  let refused: SecurityOutcome | undefined
  let isAuthorized = false
  for (const credential of alternative) {
    const value = credential.read(sent.headers, sent.query, sent.cookies)
    if (value !== undefined) credentials[credential.scheme.name] = value
    else if (!credential.isToken || !credential.isGiven(sent.headers)) absent.push(credential)
    isAuthorized ||= value !== undefined && credential.isAuthorization
    if (credential.isToken) refused ??= refuseToken(value, credential, { ...sent, credentials })
  }
  // No request can carry what two schemes want in the one header.
  const missing = absent.filter(({ isAuthorization }) => !isAuthorization || !isAuthorized).map(({ scheme }) => scheme)
  if (missing.length > 0) return { kind: 'unauthorized', missing, reason: '', wwwAuthenticate: undefined }
  return refused ?? { kind: 'admitted', credentials }
}

function refuseToken (text: string | undefined, { isGiven, scheme }: Credential, { api, credentials, facts, headers, readToken }: Sent & { credentials: Record<string, string> }): SecurityOutcome | undefined {
  if (text === undefined) return isGiven(headers) ? notHolding(scheme, 'The token is malformed', 'needs a token of the form that RFC 6750 has') : undefined
  const token = readToken(text)
  if (token !== undefined && token.until <= facts.now) return notHolding(scheme, 'The token has expired', `needs a token that holds: this one expired ${seconds(facts.now - token.until)} ago, by the clock of this world`)
  if (token !== undefined && token.from > facts.now) return notHolding(scheme, 'The token does not hold yet', `needs a token that holds: this one will in ${seconds(token.from - facts.now)}, by the clock of this world`)
  const { definition: { type }, scopes } = scheme
  // Of other schemes, what is listed are names of roles, of which nothing is defined (OpenAPI 3.1, Security Requirement Object).
  if (scopes.length === 0 || (type !== 'oauth2' && type !== 'openIdConnect')) return undefined
  const listed = facts.scopes[`${api}.${scheme.name}`]
  const given = token?.scopes ?? (listed && new Set(listed))
  const lacking = given === undefined ? [] : scopes.filter(scope => !given.has(scope))
  if (lacking.length === 0) return undefined
  const reason = `needs a token with the scope${scopes.length === 1 ? '' : 's'} ${scopes.join(', ')}, and this one lacks ${lacking.join(', ')}`
  const description = `The token lacks ${lacking.join(' ')}`
  return { kind: 'forbidden', credentials, reason, wwwAuthenticate: toChallenges([scheme], { error: 'insufficient_scope', description, scope: scopes }) }
}

function notHolding (scheme: SecurityScheme, description: string, reason: string): SecurityOutcome {
  return { kind: 'unauthorized', missing: [], reason, wwwAuthenticate: toChallenges([scheme], { error: 'invalid_token', description }) }
}

function seconds (milliseconds: number): string {
  return `${Math.ceil(milliseconds / 1_000)} s`
}

/** Clients keep to one token, as a rule. */
function rememberLast<Read> (read: (text: string) => Read): (text: string) => Read {
  let last: { readonly text: string, readonly value: Read } | undefined
  return text => {
    if (last?.text !== text) last = { text, value: read(text) }
    return last.value
  }
}
