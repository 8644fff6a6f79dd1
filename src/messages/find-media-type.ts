import type { MediaType } from '../contract/contract.ts'
import { ownMember } from '../documents/own-member.ts'
import { mediaTypeOf, parametersOf } from './media-type.ts'

/**
 * Finds what a contract declares for a `Content-Type`: the entry of that name with the same
 * parameters, else the narrowest range that includes it.
 */
export function findMediaType (content: readonly MediaType[], contentType: string): MediaType | undefined {
  const mediaType = mediaTypeOf(contentType)
  const range = `${mediaType.slice(0, mediaType.indexOf('/'))}/*`
  return findNamed(content, mediaType, contentType) ??
    content.find(({ name }) => name.includes('*+') && takesMediaType(name, mediaType)) ??
    content.find(({ name }) => name === range) ??
    content.find(({ name }) => name === '*/*')
}

function findNamed (
  content: readonly MediaType[],
  mediaType: string,
  contentType: string
): MediaType | undefined {
  const named = content.filter(({ name }) => name === mediaType)
  const [first] = named
  if (first === undefined || (named.length === 1 && Object.keys(first.parameters).length === 0)) return first
  const given = toParameters(contentType)
  const matching = named.filter(mediaType => countEqual(mediaType, given) !== undefined)
  return matching.toSorted((a, b) => Number(countEqual(b, given)) - Number(countEqual(a, given)))[0]
}

/**
 * Counts the equal parameters; returns `undefined` where one differs. A parameter that is not given
 * matches any value.
 */
function countEqual ({ parameters }: MediaType, given: Readonly<Record<string, string>>): number | undefined {
  let count = 0
  for (const [name, value] of Object.entries(parameters)) {
    const own = ownMember(given, name)
    if (own === undefined) continue
    if (own.toLowerCase() !== value.toLowerCase()) return undefined
    count++
  }
  return count
}

/**
 * Returns the parameters that tell media types of one name apart: all but `charset`, which does not change what a body
 * means.
 */
export function toParameters (contentType: string): Readonly<Record<string, string>> {
  const { charset, ...others } = parametersOf(contentType)
  return others
}

/**
 * Returns whether a range includes a media type: `image/*` includes `image/png`, and `application/*+json`, which some
 * frameworks write, includes `application/json` and `application/hal+json`.
 */
export function takesMediaType (range: string, mediaType: string): boolean {
  if (range === mediaType || range === '*/*') return true
  if (range.endsWith('/*')) return mediaType.startsWith(range.slice(0, -1))
  const [type = '', syntax] = range.split('*+')
  if (syntax === undefined) return false
  return mediaType === type + syntax || (mediaType.startsWith(type) && mediaType.endsWith(`+${syntax}`))
}

/**
 * Writes a contract's media type as a header does, with its parameters:
 * `application/json;version=1`.
 */
export function writtenMediaType ({ name, parameters }: Pick<MediaType, 'name' | 'parameters'>): string {
  return [name, ...Object.entries(parameters).map(([key, value]) => `${key}=${writtenValue(value)}`)].join(';')
}

/** Quotes a value that is no token (RFC 9110, section 5.6.4). */
function writtenValue (value: string): string {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`
}
