import type { Operation, SecurityScheme } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import type { Violation } from '../schemas/violation.ts'
import { createSecurityCheck } from '../security/security-check.ts'
import type { Scope } from '../simulation/scope.ts'

/** Returns the violation of a request that lacks the credentials of its operation. */
export type FindMissingCredential = (scope: Scope) => Violation | undefined

/**
 * Creates the check of requests that are passed on: that they lack credentials is told, but whether those are accepted
 * is for the service to say. Returns `undefined` for an operation that requires none.
 */
export function createFindMissingCredential (operation: Operation): FindMissingCredential | undefined {
  if (operation.security.length === 0) return undefined
  const check = createSecurityCheck(operation)
  return ({ now, request: { cookies, headers, query }, world: { settings: { scopes } } }) => {
    const outcome = check(headers, query, cookies, { now, scopes })
    if (outcome.kind !== 'unauthorized') return undefined
    const [scheme] = outcome.missing
    return scheme && createViolation(scheme, `${operation.id} ${outcome.reason}`)
  }
}

function createViolation (scheme: SecurityScheme, reason: string): Violation {
  const { name, place } = placeOf(scheme)
  const pointer = `/${escapePointer(name)}`
  const message = `${place} ${pointer} is required, but is missing: ${reason}`
  return { in: place, pointer, rule: 'security', expected: 'be present', message }
}

function placeOf ({ definition }: SecurityScheme): { readonly name: string, readonly place: Violation['in'] } {
  if (definition.type !== 'apiKey') return { name: 'Authorization', place: 'header' }
  const { in: place, name } = definition
  return { name, place: place === 'query' || place === 'cookie' ? place : 'header' }
}
