import type { CredentialPlaces } from '../contract/contract.ts'
import { decodeComponent } from '../documents/decode-component.ts'
import { MASK, maskText } from '../schemas/mask-text.ts'
import { maskPath } from './mask-path.ts'
import { maskString } from './mask-value.ts'

/** Masks the credentials in the path and the query of a URL, also those of a URL within it: `?api_key=***`. */
export function maskUrl (url: string, places?: CredentialPlaces): string {
  const start = url.indexOf('?')
  const path = maskPath(start === -1 ? url : url.slice(0, start), places?.paths ?? [])
  if (start === -1) return path
  const pairs = maskText(url.slice(start)).slice(1).split('&')
  return `${path}?${pairs.map(pair => maskPair(pair, places)).join('&')}`
}

/** Masks the value of a pair of a query, or the credentials within it, where it is encoded once more. */
function maskPair (pair: string, places: CredentialPlaces | undefined): string {
  const start = pair.indexOf('=') + 1
  const name = decodeComponent(pair.slice(0, start - 1).replaceAll('+', ' ')).replace(/\[.*/, '')
  if (start > 0 && places?.query.has(name) === true) return pair.slice(0, start) + MASK
  const value = pair.includes('%') ? decodeComponent(pair.slice(start)) : pair
  if (start === 0 || value === pair) return pair
  const masked = maskString(value)
  return masked === value ? pair : pair.slice(0, start) + encodeURIComponent(masked)
}
