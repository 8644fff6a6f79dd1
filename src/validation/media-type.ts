import type { MediaType } from '../contract/contract.ts'

/** The media type of a `Content-Type` header, without its parameters, in lower case. */
export function mediaTypeOf (contentType: string): string {
  const end = contentType.indexOf(';')
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase()
}

/** The parameters that follow the value of a header, by their names in lower case: `charset`, `boundary`, `filename` (RFC 9110, section 5.6.6). */
export function parametersOf (header: string): Readonly<Record<string, string>> {
  const found = header.matchAll(/;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name.toLowerCase(), unquote(value.trim())]))
}

function unquote (value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value
}

/** The `charset` of a `Content-Type` header, in lower case. */
export function charsetOf (contentType: string): string | undefined {
  return contentType.includes(';') ? parametersOf(contentType).charset?.toLowerCase() : undefined
}

/** The charset in which a text is read; `undefined` for one that is not known here. UTF-8 where none is named. */
export function knownCharset (charset: string | undefined): 'utf8' | 'latin1' | undefined {
  if (charset === undefined || /^(?:utf-?8|us-ascii|ascii)$/.test(charset)) return 'utf8'
  return /^(?:iso-?8859-1|latin-?1)$/.test(charset) ? 'latin1' : undefined
}

/** Whether bodies of a media type are JSON: `application/json`, `application/problem+json`. */
export function isJson (mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType === 'text/json' || mediaType.endsWith('+json')
}

/** Whether bodies of a media type are XML: `application/xml`, `image/svg+xml` (RFC 7303, sections 4.2 and 9). */
export function isXml (mediaType: string): boolean {
  return mediaType === 'application/xml' || mediaType === 'text/xml' || mediaType.endsWith('+xml')
}

/** Whether a text looks like XML, rather than like a value that is still to be written as XML. */
export function isXmlText (text: string): boolean {
  return /^\s*</.test(text)
}

/** Whether bodies of a media type are JSON values one after the other: a line each, or as RFC 7464 has them (OpenAPI 3.2, "Sequential Media Types"). */
export function isSequence (mediaType: string): boolean {
  return isJsonSequence(mediaType) || LINES.test(mediaType)
}

const LINES = /^(?:application|text)\/(?:[\w.-]+\+)?(?:x-)?(?:ndjson|jsonl|json-?lines)$/

/** Whether each value of a sequence begins with a record separator (RFC 7464, section 2.2; RFC 8091). */
export function isJsonSequence (mediaType: string): boolean {
  return mediaType === 'application/json-seq' || mediaType.endsWith('+json-seq')
}

export const FORM = 'application/x-www-form-urlencoded'

/** Whether a media type is, or is in the range of, another: `image/png` of `image/*`. */
export function takesMediaType (range: string, mediaType: string): boolean {
  return range === mediaType || range === '*/*' || (range.endsWith('/*') && mediaType.startsWith(range.slice(0, -1)))
}

/** What a contract declares for a media type: the entry of that name, else the narrowest range around it. */
export function findMediaType (content: readonly MediaType[], mediaType: string): MediaType | undefined {
  const range = `${mediaType.slice(0, mediaType.indexOf('/'))}/*`
  return content.find(({ name }) => name === mediaType) ?? content.find(({ name }) => name === range) ?? content.find(({ name }) => name === '*/*')
}
