import type { CredentialPlaces } from '../contract/contract.ts'
import { parseJsonPointer } from '../documents/json-pointer.ts'
import { MASK } from '../schemas/mask-text.ts'
import type { Difference } from './difference.ts'

/** Masks the values of the credentials that a contract declares, which may have any name. */
export function hideDeclared (differences: readonly Difference[], places: CredentialPlaces): Difference[] {
  return differences.map(difference => isDeclared(difference, places) ? hide(difference) : difference)
}

function isDeclared ({ where }: Difference, places: CredentialPlaces): boolean {
  const [part, pointer = ''] = where.split(/ (.*)/s)
  const names = namesOf(part, places)
  if (names === undefined || names.size === 0) return false
  const [name] = parseJsonPointer(pointer) ?? []
  // A part as a whole may hold them all.
  return name === undefined || names.has(part === 'headers' ? name.toLowerCase() : name)
}

function namesOf (part: string | undefined, { cookies, headers, query }: CredentialPlaces) {
  switch (part) {
    case 'query': return query
    case 'headers': return headers
    case 'cookies': return cookies
    default: return undefined
  }
}

function hide ({ actual, expected, where }: Difference): Difference {
  return {
    where,
    ...expected !== undefined && { expected: where.includes(' ') ? MASK : expected },
    ...actual !== undefined && { actual: MASK }
  }
}
