export { isJson } from '../contract/is-json.ts'
export { parametersOf } from '../contract/parameters-of.ts'

import type { Headers } from './message.ts'

/** Returns the header `Content-Type`, of which a message has one. */
export function contentTypeOf ({ 'content-type': value }: Headers): string | undefined {
  return typeof value === 'object' ? value[0] : value
}

/** Returns the media type of a `Content-Type` header, without its parameters, in lower case. */
export function mediaTypeOf (contentType: string): string {
  const end = contentType.indexOf(';')
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase()
}

/**
 * Returns whether bodies of a media type are XML: `application/xml`, `image/svg+xml` (RFC 7303,
 * sections 4.2 and 9).
 */
export function isXml (mediaType: string): boolean {
  return mediaType === 'application/xml' || mediaType === 'text/xml' || mediaType.endsWith('+xml')
}

/** Returns whether a text is XML already, rather than a value to be written as XML. */
export function isXmlText (text: string): boolean {
  return /^\s*</.test(text)
}

/** Returns whether bodies of a content type have several parts (RFC 2046, section 5.1). */
export function isMultipart (contentType: string): boolean {
  return /^\s*multipart\//i.test(contentType)
}

/**
 * Returns whether bodies of a media type are sequences of JSON values, by lines or by RFC 7464
 * (OpenAPI 3.2, "Sequential Media Types").
 */
export function isSequence (mediaType: string): boolean {
  return isJsonSequence(mediaType) || LINES.test(mediaType)
}

const LINES = /^(?:application|text)\/(?:[\w.-]+\+)?(?:x-)?(?:ndjson|jsonl|json-?lines)$/

/**
 * Returns whether each value of a sequence begins with a record separator (RFC 7464, section 2.2;
 * RFC 8091).
 */
export function isJsonSequence (mediaType: string): boolean {
  return mediaType === 'application/json-seq' || mediaType.endsWith('+json-seq')
}

export const FORM = 'application/x-www-form-urlencoded'
