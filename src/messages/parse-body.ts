import { isUtf8 } from 'node:buffer'
import type { MediaType } from '../contract/contract.ts'
import { coerce } from './coerce.ts'
import { parseForm } from './parse-form.ts'
import { parseJson } from './parse-json.ts'
import { parseJsonSequence, parseLines } from './parse-lines.ts'
import { parseMultipart } from './parse-multipart.ts'
import { parseXml } from './parse-xml.ts'
import { FORM, charsetOf, isJson, isJsonSequence, isSequence, isXml, knownCharset, mediaTypeOf } from './media-type.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Violation } from '../schemas/violation.ts'
import { createMalformed } from '../schemas/create-violation.ts'
import type { BodyReading } from './body-reading.ts'

const BODY = { in: 'body', pointer: '' } as const

/** Reads a body by its content type: JSON, XML, a form, parts, lines or text; bytes of other types stay bytes. What the contract declares for it helps to read it. */
export function parseBody (bytes: Buffer, contentType: string, declared: MediaType | undefined): BodyReading {
  const mediaType = mediaTypeOf(contentType)
  // JSON is UTF-8, whatever a charset says (RFC 8259, section 8.1).
  if (isJson(mediaType)) return isUtf8(bytes) ? parseJson(bytes.toString('utf8')) : { kind: 'malformed', violations: [createNotUtf8(bytes)] }
  if (mediaType.startsWith('multipart/')) return parseMultipart(bytes, contentType, declared)
  const read = readerOf(mediaType)
  if (read === undefined) return { kind: 'value', value: bytes, violations: [] }

  const charset = charsetOf(contentType) ?? (isXml(mediaType) ? statedEncoding(bytes) : undefined)
  const text = decode(bytes, charset)
  return text === undefined ? { kind: 'malformed', violations: [createNotUtf8(bytes)] } : read(text, declared)
}

type ReadText = (text: string, declared: MediaType | undefined) => BodyReading

function readerOf (mediaType: string): ReadText | undefined {
  if (mediaType === FORM) return parseForm
  if (isXml(mediaType)) return parseXml
  if (isSequence(mediaType)) return isJsonSequence(mediaType) ? parseJsonSequence : parseLines
  return mediaType.startsWith('text/') ? parseText : undefined
}

/** A text may be a number to its schema. */
function parseText (text: string, declared: MediaType | undefined): BodyReading {
  return { kind: 'value', value: declared?.schema === undefined ? text : coerce(text, shapeOf(declared.schema)), violations: [] }
}

/** What an XML text says of itself (XML 1.0, section 4.3.3); a charset of the header goes before it (RFC 7303, section 3). */
function statedEncoding (bytes: Buffer): string | undefined {
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)/.exec(bytes.toString('latin1', 0, 200))?.[1]?.toLowerCase()
}

function decode (bytes: Buffer, charset: string | undefined): string | undefined {
  const known = knownCharset(charset)
  if (known === 'latin1') return bytes.toString('latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined
}

function createNotUtf8 (bytes: Buffer): Violation {
  const before = bytes.toString('utf8').split('\uFFFD', 1)[0] ?? ''
  return createMalformed(BODY, 'be UTF-8', `byte ${Buffer.byteLength(before) + 1} begins what is not`)
}
