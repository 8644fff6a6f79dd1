import type { CredentialPlaces } from '../contract/contract.ts'
import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'
import { maskText } from '../schemas/mask-text.ts'
import { maskPath } from './mask-path.ts'

const MASK = '***'

const NONE: readonly string[] = []

/** The depth below which values are shown as `…`. */
const DEEPEST = 100

/**
 * Masks the credentials in a value: members with the name of a credential, at any depth, and what its texts name so.
 * Bytes within a value are replaced by their number. A value without either is returned as it is.
 */
export function maskValue (value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskString(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return '…'
  if (Array.isArray(value)) {
    const items = value.map(item => maskValue(item, depth + 1))
    return items.every((item, index) => item === value[index]) ? value : items
  }
  if (!isObject(value)) return value
  if (Buffer.isBuffer(value)) return depth === 0 ? value : `${value.length} bytes, not shown`
  const members = Object.entries(value).map(
    ([name, member]) => [name, maskMember(name, member, depth)] as const
  )
  return members.every(([name, member]) => member === value[name])
    ? value
    : Object.fromEntries(members)
}

/** The longest text that is parsed as JSON, in characters. */
const LONGEST_JSON = 65_536

/** Masks the credentials in a text, which may be one of JSON. */
function maskString (text: string): string {
  if (!/^\s*[[{]/.test(text) || text.length > LONGEST_JSON) return maskText(text)
  try {
    const value = exactJson.parse(text)
    const masked = maskValue(value)
    return masked === value ? text : exactJson.stringify(masked)
  } catch {
    return maskText(text)
  }
}

/** Masks a member of a value: as a whole if it has the name of a credential. */
export function maskMember (name: string, member: unknown, depth = 0): unknown {
  const isNone = member === null || member === undefined
  // An object of credentials has each by its name, as in the settings of a world.
  const holdsNamed = isObject(member) && /credentials?$/i.test(name)
  return isCredentialName(name) && !isNone && !holdsNamed ? MASK : maskValue(member, depth + 1)
}

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

/** Masks the credentials in the path and the query of a URL, also those of a URL within it: `?api_key=***`. */
export function maskUrl (url: string, places?: CredentialPlaces): string {
  const start = url.indexOf('?')
  const path = maskPath(start === -1 ? url : url.slice(0, start), places?.paths ?? NONE)
  if (start === -1) return path
  const pairs = maskText(url.slice(start)).slice(1).split('&')
  return `${path}?${pairs.map(pair => maskPair(pair, places)).join('&')}`
}

/** Masks the value of a pair of a query, or the credentials within it, where it is encoded once more. */
function maskPair (pair: string, places: CredentialPlaces | undefined): string {
  const start = pair.indexOf('=') + 1
  const name = decode(pair.slice(0, start - 1).replaceAll('+', ' ')).replace(/\[.*/, '')
  if (start > 0 && places?.query.has(name) === true) return pair.slice(0, start) + MASK
  const value = pair.includes('%') ? decode(pair.slice(start)) : pair
  if (start === 0 || value === pair) return pair
  const masked = maskString(value)
  return masked === value ? pair : pair.slice(0, start) + encodeURIComponent(masked)
}

/** Masks a header, or each of several of one name. */
function maskEach (value: unknown): unknown {
  return Array.isArray(value) ? value.map(maskHeader) : maskHeader(value)
}

function maskHeader (value: unknown): string {
  const [, scheme] = /^(basic|bearer|digest|dpop|negotiate) /i.exec(String(value)) ?? []
  return scheme === undefined ? MASK : `${scheme} ${MASK}`
}

function decode (name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
