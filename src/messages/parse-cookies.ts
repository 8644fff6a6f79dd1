import { decodePercent } from './split-pairs.ts'

const NONE: Readonly<Record<string, string>> = Object.freeze({})

/** Parses a `Cookie` header (RFC 6265, section 4.2); the first cookie of a name counts. */
export function parseCookies (header: string | undefined): Readonly<Record<string, string>> {
  if (header === undefined || header === '') return NONE
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const end = pair.indexOf('=')
    const name = pair.slice(0, end).trim()
    if (end <= 0 || cookies.has(name)) continue
    const value = pair.slice(end + 1).trim()
    cookies.set(name, decodePercent(unquote(value)) ?? value)
  }
  return Object.fromEntries(cookies)
}

function unquote (value: string): string {
  return value.length >= 2 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
}
