import { isObject } from '../documents/is-object.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'

const MASK = '***'

/** The depth below which values are shown as `…`. */
const DEEPEST = 100

/**
 * Masks the credentials in a value: members with the name of a credential, at any depth. Bytes
 * within a value are replaced by their number. A value without either is returned as it is.
 */
export function maskValue (value: unknown, depth = 0): unknown {
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

/** Masks a member of a value: as a whole if it has the name of a credential. */
export function maskMember (name: string, member: unknown, depth = 0): unknown {
  const isNone = member === null || member === undefined
  // An object of credentials has each by its name, as in the settings of a world.
  const holdsNamed = isObject(member) && /credentials?$/i.test(name)
  return isCredentialName(name) && !isNone && !holdsNamed ? MASK : maskValue(member, depth + 1)
}

/** Masks the credentials among headers. The scheme stays: `Bearer ***`. */
export function maskHeaders (
  headers: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>> {
  const masked = Object.entries(headers).map(
    ([name, value]) => [name, isCredentialName(name) ? maskEach(value) : value] as const
  )
  return Object.fromEntries(masked)
}

/** Masks the credentials in the query of a URL: `?api_key=***`. */
export function maskUrl (url: string): string {
  const query = url.indexOf('?')
  return query === -1 ? url : url.slice(0, query) + maskText(url.slice(query))
}

/**
 * Masks everything in a text that looks like a credential: `"AccessToken":"***"`, `token=***`,
 * `<token>***</token>`.
 */
export function maskText (text: string): string {
  return text
    .replace(
      /("([^"\\]{1,100})"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}\]]+)/g,
      (all, start: string, name: string) => (isCredentialName(name) ? `${start}"${MASK}"` : all)
    )
    .replace(/((?:^|[?&\s])([^=&?\s"]{1,100})=)([^&\s"]+)/g, (all, start: string, name: string) =>
      isCredentialName(decode(name)) ? start + MASK : all
    )
    .replace(
      /(<(?:[\w.-]{1,40}:)?([\w.-]{1,100})(?:\s[^<>]{0,1000})?>)([^<]+)/g,
      (all, start: string, name: string) => (isCredentialName(name) ? start + MASK : all)
    )
    .replace(/(\s([\w.:-]{1,100})=)("[^"]*"|'[^']*')/g, (all, start: string, name: string) =>
      isCredentialName(name) ? `${start}"${MASK}"` : all
    )
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
