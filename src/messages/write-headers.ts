import { exactJson } from '../exact-json.ts'
import type { HeaderDefinition } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { isJson } from './media-type.ts'
import type { HeaderValue } from './message.ts'
import { writeBody } from './write-body.ts'

type Header = Pick<HeaderDefinition, 'name' | 'explode' | 'mediaType' | 'schema'>

/** The line end after the declaration of XML, which a header cannot carry. */
const XML_LINE_END = /(?<=^<\?xml [^>]*>)\n/

/**
 * Lists the forms in which a header can have a value: in its media type, or in the style `simple`, the only one of
 * headers (OpenAPI 3.1, Header Object). Text that is to be JSON may be written already.
 */
export function writeHeaders (value: unknown, header: Header): HeaderValue[] {
  const { mediaType, name, schema } = header
  if (mediaType !== undefined && isJson(mediaType)) {
    return typeof value === 'string' ? [toAsciiJson(value), value] : [toAsciiJson(value)]
  }
  if (name === 'set-cookie') return [writeCookies(value)]
  if (mediaType === undefined) return [writeStyled(value, header)]
  const body = isStructured(value) ? writeBody(value, mediaType, schema) : undefined
  return [body?.replace(XML_LINE_END, '') ?? writePlain(value)]
}

/** Each cookie is a header of its own, and a line of a text (OpenAPI 3.2, "Representing the Set-Cookie Header"). */
function writeCookies (value: unknown): HeaderValue {
  const texts = [value].flat().flatMap(item => writePlain(item).split(/[\r\n]+/))
  return texts.filter(text => text.trim() !== '')
}

function writeStyled (value: unknown, { explode }: Header): string {
  if (Array.isArray(value) && !value.some(isStructured)) return value.map(String).join(',')
  if (!isObject(value) || Object.values(value).some(isStructured)) return writePlain(value)
  const separator = explode ? '=' : ','
  return Object.entries(value).map(([name, member]) => `${name}${separator}${String(member)}`).join(',')
}

/** Writes a value as text; the style has no form for values within values, so that they are JSON. */
function writePlain (value: unknown): string {
  return isStructured(value) ? toAsciiJson(value) : String(value)
}

function isStructured (value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** Returns JSON of ASCII characters, as headers carry no others safely (RFC 8259, section 7). */
function toAsciiJson (value: unknown): string {
  return exactJson.stringify(value).replace(/[^\x20-\x7e]/g, character =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
