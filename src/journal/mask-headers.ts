import type { CredentialPlaces } from '../contract/contract.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'
import { MASK } from '../schemas/mask-text.ts'
import { maskValue } from './mask-value.ts'

/** Masks the credentials among headers. The scheme stays: `Bearer ***`. */
export function maskHeaders (
  headers: Readonly<Record<string, unknown>>,
  places?: CredentialPlaces
): Readonly<Record<string, unknown>> {
  const masked = Object.entries(headers).map(([name, value]) => {
    const isCredential = isCredentialName(name) || places?.headers.has(name.toLowerCase()) === true
    return [name, isCredential ? maskEach(value) : maskValue(value)] as const
  })
  return Object.fromEntries(masked)
}

/** Masks a header, or each of several of one name. */
function maskEach (value: unknown): unknown {
  return Array.isArray(value) ? value.map(maskHeader) : maskHeader(value)
}

function maskHeader (value: unknown): string {
  const [, scheme] = /^(basic|bearer|digest|dpop|negotiate) /i.exec(String(value)) ?? []
  return scheme === undefined ? MASK : `${scheme} ${MASK}`
}
