import type { CredentialPlaces } from '../contract/contract.ts'
import { parseJsonPointer } from '../documents/json-pointer.ts'
import type { Violation } from '../schemas/violation.ts'

const MASK = '"***"'

/** Masks the values of the credentials that a contract declares, which may have any name. */
export function hideCredentials (violations: readonly Violation[], places: CredentialPlaces): readonly Violation[] {
  return violations.map(violation => isCredential(violation, places) ? hideActual(violation) : violation)
}

function isCredential ({ in: part, pointer }: Violation, { cookies, headers, query }: CredentialPlaces): boolean {
  const [name] = parseJsonPointer(pointer) ?? []
  if (name === undefined) return false
  switch (part) {
    case 'query': return query.has(name)
    case 'header': return headers.has(name.toLowerCase())
    case 'cookie': return cookies.has(name)
    default: return false
  }
}

function hideActual (violation: Violation): Violation {
  const { actual, message } = violation
  if (actual === undefined) return violation
  const at = message.lastIndexOf(actual)
  if (at === -1) return { ...violation, actual: MASK }
  return { ...violation, actual: MASK, message: message.slice(0, at) + MASK + message.slice(at + actual.length) }
}
