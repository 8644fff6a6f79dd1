import type { MediaType } from '../contract/contract.ts'

/** The media type of a `Content-Type` header, without its parameters, in lower case. */
export function mediaTypeOf (contentType: string): string {
  const end = contentType.indexOf(';')
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase()
}

/** The `charset` of a `Content-Type` header, in lower case. */
export function charsetOf (contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1]?.toLowerCase()
}

/** Whether bodies of a media type are JSON: `application/json`, `application/problem+json`. */
export function isJson (mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType === 'text/json' || mediaType.endsWith('+json')
}

export const FORM = 'application/x-www-form-urlencoded'

/** What a contract declares for a media type: the entry of that name, else the narrowest range around it. */
export function findMediaType (content: readonly MediaType[], mediaType: string): MediaType | undefined {
  const range = `${mediaType.slice(0, mediaType.indexOf('/'))}/*`
  return content.find(({ name }) => name === mediaType) ?? content.find(({ name }) => name === range) ?? content.find(({ name }) => name === '*/*')
}
