import { isUtf8 } from 'node:buffer'
import type { MediaType } from '../contract/contract.ts'
import { coerce } from './coerce.ts'
import { parseForm } from './parse-form.ts'
import { parseJson } from './parse-json.ts'
import { parseJsonSequence, parseLines } from './parse-lines.ts'
import { parseMultipart } from './parse-multipart.ts'
import { parseXml } from './parse-xml.ts'
import { FORM, isJson, isJsonSequence, isSequence, isXml, mediaTypeOf } from './media-type.ts'
import { shapeOf } from '../schemas/shape.ts'
import { BODY, createMalformed } from '../schemas/create-violation.ts'
import type { BodyReading } from './body-reading.ts'
import { charsetOf, knownCharset } from './charset.ts'

/**
 * Parses a body by its content type, and by what the contract declares for it: JSON, XML, a form,
 * multipart, lines or text. Bodies of other types stay bytes.
 */
export function parseBody (bytes: Buffer, contentType: string, declared: MediaType | undefined): BodyReading {
  const mediaType = mediaTypeOf(contentType)
  // JSON is UTF-8, whatever a charset says (RFC 8259, section 8.1).
  if (isJson(mediaType)) return isUtf8(bytes) ? parseJson(bytes.toString('utf8')) : notUtf8(bytes)
  if (mediaType.startsWith('multipart/')) return parseMultipart(bytes, contentType, declared)
  const read = readerOf(mediaType)
  if (read === undefined) return { kind: 'value', value: bytes, violations: [] }

  const charset = charsetOf(contentType) ?? (isXml(mediaType) ? statedEncoding(bytes) : undefined)
  const text = decode(bytes, charset)
  return text === undefined ? notUtf8(bytes) : read(text, declared)
}

type ReadText = (text: string, declared: MediaType | undefined) => BodyReading

function readerOf (mediaType: string): ReadText | undefined {
  if (mediaType === FORM) return parseForm
  if (isXml(mediaType)) return parseXml
  if (isSequence(mediaType)) return isJsonSequence(mediaType) ? parseJsonSequence : parseLines
  return mediaType.startsWith('text/') ? parseText : undefined
}

/** Converts text to a number or the like where the schema describes one. */
function parseText (text: string, declared: MediaType | undefined): BodyReading {
  const value = declared?.schema === undefined ? text : coerce(text, shapeOf(declared.schema))
  return { kind: 'value', value, violations: [] }
}

/**
 * Returns the encoding that an XML text declares (XML 1.0, section 4.3.3); the header's charset
 * overrides it (RFC 7303, section 3).
 */
function statedEncoding (bytes: Buffer): string | undefined {
  const [, encoding] = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)/.exec(bytes.toString('latin1', 0, 200)) ?? []
  return encoding?.toLowerCase()
}

function decode (bytes: Buffer, charset: string | undefined): string | undefined {
  const known = knownCharset(charset)
  if (known === 'latin1') return bytes.toString('latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined
}

function notUtf8 (bytes: Buffer): BodyReading {
  const [before = ''] = bytes.toString('utf8').split('\uFFFD', 1)
  const reason = `byte ${Buffer.byteLength(before) + 1} is not`
  return { kind: 'malformed', violations: [createMalformed(BODY, 'be UTF-8', reason)] }
}
