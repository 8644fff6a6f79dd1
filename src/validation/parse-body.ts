import { isUtf8 } from 'node:buffer'
import type { MediaType } from '../contract/contract.ts'
import { parseForm } from './parse-form.ts'
import { parseJson } from './parse-json.ts'
import { FORM, charsetOf, isJson, mediaTypeOf } from './media-type.ts'
import type { Violation } from './violation.ts'
import { createMalformed } from './violations.ts'

/** A body as a value; with what is wrong with it that its schema cannot see. */
export type BodyReading =
  | { readonly kind: 'value', readonly value: unknown, readonly violations: readonly Violation[] }
  | { readonly kind: 'malformed', readonly violations: readonly Violation[] }

const BODY = { in: 'body', pointer: '' } as const

/** Reads a body by its content type: JSON, a form, or text; bytes of other types stay bytes. What the contract declares for it helps to read forms. */
export function parseBody (bytes: Buffer, contentType: string, declared: MediaType | undefined): BodyReading {
  const mediaType = mediaTypeOf(contentType)
  const isText = mediaType === FORM || mediaType.startsWith('text/')
  if (!isJson(mediaType) && !isText) return { kind: 'value', value: bytes, violations: [] }

  const text = decode(bytes, contentType, isJson(mediaType))
  if (text === undefined) return { kind: 'malformed', violations: [createNotUtf8(bytes)] }
  if (isJson(mediaType)) return parseJson(text)
  return mediaType === FORM ? parseForm(text, declared) : { kind: 'value', value: text, violations: [] }
}

/** JSON is UTF-8, whatever a charset says (RFC 8259, section 8.1). */
function decode (bytes: Buffer, contentType: string, isAlwaysUtf8: boolean): string | undefined {
  const charset = isAlwaysUtf8 ? undefined : charsetOf(contentType)
  if (charset === 'iso-8859-1' || charset === 'latin1') return bytes.toString('latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined
}

function createNotUtf8 (bytes: Buffer): Violation {
  const before = bytes.toString('utf8').split('\uFFFD', 1)[0] ?? ''
  return createMalformed(BODY, 'be UTF-8', `byte ${Buffer.byteLength(before) + 1} begins what is not`)
}
