import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { HarPlace } from './har-problems.ts'
import type { RecordedHeaders } from './recorded-exchange.ts'

/** Reads the headers of a message of a HAR file. Returns `undefined` for some with problems. */
export function readHarHeaders (message: JsonObject, { pointer, problems }: HarPlace): RecordedHeaders | undefined {
  const { cookies, headers = [] } = message
  if (!Array.isArray(headers)) {
    problems.add(`${pointer}/headers`, 'be a list of objects with a name and a value', headers)
    return undefined
  }
  const read: Array<readonly [string, string]> = []
  let isValid = true
  for (const [index, header] of headers.entries()) {
    if (isObject(header) && typeof header.name === 'string') {
      for (const value of valuesOf(header.name, header.value)) read.push([header.name, value])
    } else {
      problems.add(`${pointer}/headers/${index}`, 'be an object with a name and a value', header)
      isValid = false
    }
  }
  const cookie = 'method' in message ? cookieOf(cookies, read) : undefined
  if (cookie !== undefined) read.push(['cookie', cookie])
  return isValid ? read : undefined
}

/** Returns the values of a header. Browsers join those of several cookies by line breaks, and list pseudo-headers. */
function valuesOf (name: string, value: unknown): readonly string[] {
  // `:authority` and the like are no headers (RFC 9113, section 8.3).
  if (name.startsWith(':') || name === '') return []
  const text = value === null || value === undefined ? '' : String(value)
  return /[\r\n]/.test(text) ? text.split(/[\r\n]+/).filter(line => line !== '') : [text]
}

/** Returns the header of cookies that are listed only apart from the headers. */
function cookieOf (cookies: unknown, headers: RecordedHeaders): string | undefined {
  if (!Array.isArray(cookies) || cookies.length === 0) return undefined
  if (headers.some(([name]) => name.toLowerCase() === 'cookie')) return undefined
  const pairs = cookies.filter(isObject).map(({ name, value }) => `${String(name)}=${String(value ?? '')}`)
  return pairs.length === 0 ? undefined : pairs.join('; ')
}
