import { decodePercent } from './split-pairs.ts'
import type { RawPairs } from './split-pairs.ts'

const NONE: Readonly<Record<string, string>> = Object.freeze({})

/** Parses a `Cookie` header (RFC 6265, section 4.2); the first cookie of a name counts. */
export function parseCookies (header: string | undefined): Readonly<Record<string, string>> {
  if (header === undefined || header === '') return NONE
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const end = pair.indexOf('=')
    const name = pair.slice(0, end).trim()
    if (end <= 0 || cookies.has(name)) continue
    cookies.set(name, decodeValue(pair.slice(end + 1)))
  }
  return Object.fromEntries(cookies)
}

/** Splits a `Cookie` header into all of its cookies by name, with their values decoded or as they came. */
export function splitCookies (header: string | undefined, form: 'decoded' | 'verbatim'): RawPairs {
  const cookies = new Map<string, string[]>()
  // The style `form` separates exploded values by ampersands (RFC 6570, section 3.2.8), but no client does so alone.
  const separator = form === 'decoded' ? /;|&(?=[^;&=]+=)/ : ';'
  for (const pair of (header ?? '').split(separator)) {
    const end = pair.indexOf('=')
    if (end <= 0) continue
    const name = pair.slice(0, end).trim()
    const text = pair.slice(end + 1)
    const value = form === 'decoded' ? decodeValue(text) : unquote(text.trim())
    const values = cookies.get(name)
    if (values === undefined) cookies.set(name, [value])
    else values.push(value)
  }
  return cookies
}

function decodeValue (text: string): string {
  const value = unquote(text.trim())
  return decodePercent(value) ?? value
}

function unquote (value: string): string {
  return value.length >= 2 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
}
