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

/** Whether a body of a content type can be read as the text that it is; bytes always can, and JSON has but one charset (RFC 8259, section 8.1). */
export function canDecode (contentType: string): boolean {
  if (!contentType.includes(';')) return true
  const mediaType = mediaTypeOf(contentType)
  const isText = mediaType.startsWith('text/') || mediaType === FORM || isXml(mediaType) || isSequence(mediaType)
  return !isText || isJson(mediaType) || knownCharset(charsetOf(contentType)) !== undefined
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

/** The media type of a contract as a header names it, with its parameters: `application/json;version=1`. */
export function writtenMediaType ({ name, parameters }: Pick<MediaType, 'name' | 'parameters'>): string {
  return [name, ...Object.entries(parameters).map(([key, value]) => `${key}=${value}`)].join(';')
}

/** What a contract declares for a `Content-Type`: the entry of that name whose parameters are the same, else the narrowest range around it. */
export function findMediaType (content: readonly MediaType[], contentType: string): MediaType | undefined {
  const mediaType = mediaTypeOf(contentType)
  const range = `${mediaType.slice(0, mediaType.indexOf('/'))}/*`
  return findNamed(content, mediaType, contentType) ?? content.find(({ name }) => name === range) ?? content.find(({ name }) => name === '*/*')
}

function findNamed (content: readonly MediaType[], mediaType: string, contentType: string): MediaType | undefined {
  const named = content.filter(({ name }) => name === mediaType)
  const [first] = named
  if (first === undefined || (named.length === 1 && Object.keys(first.parameters).length === 0)) return first
  const given = toParameters(contentType)
  const equal = ({ parameters }: MediaType) => Object.keys(parameters).filter(name => given[name] === parameters[name]).length
  // Who leaves a parameter out takes what there is.
  const fitting = named.filter(({ parameters }) => Object.entries(parameters).every(([name, value]) => given[name] === undefined || given[name] === value))
  return fitting.toSorted((a, b) => equal(b) - equal(a))[0]
}

/** The parameters that tell media types of one name apart, in lower case: all but `charset`, which says nothing of what a body means. */
export function toParameters (contentType: string): Readonly<Record<string, string>> {
  const { charset, ...others } = parametersOf(contentType)
  return Object.fromEntries(Object.entries(others).map(([name, value]) => [name, value.toLowerCase()]))
}
