import type { Operation, SecurityScheme } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { define } from '../documents/own-member.ts'
import { toChallenges } from './to-challenges.ts'
import { createCredential } from './credential.ts'
import type { Credential } from './credential.ts'
import { createTokenCheck } from './token-check.ts'
import type { TokenCheck, TokenFacts, TokenRejection } from './token-check.ts'

type Values = Readonly<JsonObject>

/** The credentials of a request, by the scheme's name; or why they are rejected. */
export type SecurityOutcome =
  | {
    readonly kind: 'admitted'
    readonly credentials: Readonly<Record<string, string>>
    /** The index of the alternative that the request satisfies; `undefined` where there are none. */
    readonly alternative?: number | undefined
  }
  | {
    readonly kind: 'unauthorized'
    /** The schemes whose credentials are missing; none where a token was rejected. */
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

type SecurityCheck = (headers: Values, query: Values, cookies: Values, facts?: TokenFacts) => SecurityOutcome

const NO_FACTS: TokenFacts = { now: 0, scopes: {} }

/**
 * Creates the check of an operation's credentials: those of one of its alternatives must be present
 * and well-formed, and their tokens must be valid and have the required scopes.
 */
export function createSecurityCheck ({ api, optionalSecurity = [], security }: Operation): SecurityCheck {
  const alternatives = security.map(schemes => schemes.map(createCredential))
  const open: SecurityOutcome = { kind: 'admitted', credentials: Object.freeze({}) }
  if (optionalSecurity.length > 0) return createOptionalCheck(optionalSecurity)
  if (alternatives.length === 0) return () => open

  const expected = `needs ${alternatives.map(describe).join(', or ')}`
  const challenges = toChallenges(security.flat())
  const checkToken = createTokenCheck()
  return (headers, query, cookies, facts = NO_FACTS) => {
    let nearest: SecurityOutcome | undefined
    for (const [index, alternative] of alternatives.entries()) {
      const outcome = checkAlternative(alternative, { api, headers, query, cookies, facts, checkToken })
      if (outcome.kind === 'admitted') return { ...outcome, alternative: index }
      if (nearest === undefined || distance(outcome) < distance(nearest)) nearest = outcome
    }
    if (nearest?.kind !== 'unauthorized' || nearest.missing.length === 0) return nearest ?? open
    return { ...nearest, reason: expected, wwwAuthenticate: challenges }
  }
}

/** Creates the check where a request needs no credentials: it tells which alternative the request uses. */
function createOptionalCheck (security: Operation['security']): SecurityCheck {
  const alternatives = security.map((schemes, index) => ({
    credentials: schemes.map(createCredential),
    outcome: { kind: 'admitted', credentials: Object.freeze({}), alternative: index } as const
  }))
  // One without credentials is used by requests that use none of the others.
  const ordered = alternatives.toSorted((a, b) => b.credentials.length - a.credentials.length)
  return (headers, query, cookies) => {
    const used = ordered.find(({ credentials }) =>
      credentials.every(credential => credential.read(headers, query, cookies) !== undefined))
    return used?.outcome ?? { kind: 'admitted', credentials: {} }
  }
}

function describe (alternative: readonly Credential[]): string {
  return alternative.map(credential => credential.expected).join(' and ')
}

/**
 * The nearest alternative is the one that was meant: it lacks a scope only, or has an invalid
 * token, or misses the least.
 */
function distance (outcome: SecurityOutcome): number {
  if (outcome.kind !== 'unauthorized') return 0
  return outcome.missing.length === 0 ? 1 : 1 + outcome.missing.length
}

/** The parts of a request that may carry credentials, and what its tokens are checked by. */
interface Sent {
  readonly api: string
  readonly headers: Values
  readonly query: Values
  readonly cookies: Values
  readonly facts: TokenFacts
  readonly checkToken: TokenCheck
}

function checkAlternative (alternative: readonly Credential[], sent: Sent): SecurityOutcome {
  const { api, cookies, facts, headers, query } = sent
  const credentials: Record<string, string> = {}
  const absent: Credential[] = []
  let rejection: TokenRejection | undefined
  let isAuthorized = false
  for (const credential of alternative) {
    const { isAuthorization, isToken, scheme } = credential
    const text = credential.read(headers, query, cookies)
    const isMalformed = text === undefined && isToken && credential.isGiven(headers)
    if (text !== undefined) define(credentials, scheme.name, text)
    else if (!isMalformed) absent.push(credential)
    isAuthorized ||= text !== undefined && isAuthorization
    const isChecked = isMalformed || (isToken && text !== undefined)
    if (isChecked) rejection ??= sent.checkToken({ api, scheme, text }, facts)
  }
  // No request can carry what two schemes expect in the one header.
  const missing = absent
    .filter(({ isAuthorization }) => !isAuthorization || !isAuthorized)
    .map(({ scheme }) => scheme)
  if (missing.length > 0) return { kind: 'unauthorized', missing, reason: '', wwwAuthenticate: undefined }
  if (rejection === undefined) return { kind: 'admitted', credentials }
  const { kind, reason, wwwAuthenticate } = rejection
  if (kind === 'forbidden') return { kind, credentials, reason, wwwAuthenticate }
  return { kind, missing: [], reason, wwwAuthenticate }
}
