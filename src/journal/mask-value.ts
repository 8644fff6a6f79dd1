import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'
import { MASK, maskText } from '../schemas/mask-text.ts'

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
export function maskString (text: string): string {
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
