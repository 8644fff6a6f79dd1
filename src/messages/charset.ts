import { FORM, isJson, isSequence, isXml, mediaTypeOf, parametersOf } from './media-type.ts'

/** Returns the `charset` of a `Content-Type` header, in lower case. */
export function charsetOf (contentType: string): string | undefined {
  return contentType.includes(';') ? parametersOf(contentType).charset?.toLowerCase() : undefined
}

/**
 * Returns how Node decodes a charset: UTF-8 where none is named, `undefined` for one that is not
 * supported.
 */
export function knownCharset (charset: string | undefined): 'utf8' | 'latin1' | undefined {
  if (charset === undefined || /^(?:utf-?8|us-ascii|ascii)$/.test(charset)) return 'utf8'
  return /^(?:iso-?8859-1|latin-?1)$/.test(charset) ? 'latin1' : undefined
}

/**
 * Returns whether a body of a content type can be decoded: bytes and JSON always can, as JSON is
 * UTF-8 (RFC 8259, section 8.1), and text where its charset is supported.
 */
export function canDecode (contentType: string): boolean {
  if (!contentType.includes(';')) return true
  const mediaType = mediaTypeOf(contentType)
  const isText = mediaType.startsWith('text/') || mediaType === FORM || isXml(mediaType) || isSequence(mediaType)
  return !isText || isJson(mediaType) || knownCharset(charsetOf(contentType)) !== undefined
}
