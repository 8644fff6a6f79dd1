import { exactJson } from '../exact-json.ts'
import type { SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { FORM, isJsonSequence, isSequence, isXml, mediaTypeOf } from './media-type.ts'
import { writeXml } from './write-xml.ts'

/**
 * Writes a value in a media type other than JSON: a form, XML by its schema, JSON lines, events.
 * Returns `undefined` for other media types.
 */
export function writeBody (
  value: unknown,
  contentType: string,
  schema: SchemaReference | undefined
): string | undefined {
  const mediaType = mediaTypeOf(contentType)
  if (mediaType === FORM) return writeForm(value)
  if (isXml(mediaType)) return writeXml(value, schema)
  if (isSequence(mediaType)) return writeSequence(value, mediaType)
  return mediaType === 'text/event-stream' ? listItems(value).map(writeEvent).join('') : undefined
}

/** Writes objects as `name[member]` (OpenAPI's style deepObject) and lists as repeated names. */
function writeForm (value: unknown): string {
  const form = new URLSearchParams()
  for (const [name, member] of Object.entries(value ?? {})) appendField(form, name, member)
  return form.toString()
}

function appendField (form: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined) return
  if (Array.isArray(value)) {
    for (const item of value) appendField(form, name, item)
  } else if (typeof value === 'object' && value !== null) {
    for (const [member, inner] of Object.entries(value)) appendField(form, `${name}[${member}]`, inner)
  } else {
    form.append(name, String(value ?? ''))
  }
}

/**
 * Writes the items of a list, a line each; with a record separator before each where the media type
 * has it (RFC 7464).
 */
export function writeSequence (value: unknown, mediaType: string): string {
  const before = isJsonSequence(mediaType) ? '\u001E' : ''
  return listItems(value).map(item => `${before}${exactJson.stringify(item)}\n`).join('')
}

function listItems (value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

/**
 * Writes an event by its fields (HTML standard, "Server-sent events"); any other value is the data
 * of one.
 */
function writeEvent (event: unknown): string {
  const fields: Readonly<JsonObject> = isObject(event) && 'data' in event ? event : { data: event }
  const lines: string[] = []
  for (const name of ['event', 'id', 'retry', 'data']) {
    const value = fields[name]
    if (value === undefined || value === null) continue
    const text = typeof value === 'string' ? value : exactJson.stringify(value)
    for (const line of text.split(/\r\n|\r|\n/)) lines.push(`${name}: ${line}`)
  }
  return `${lines.join('\n')}\n\n`
}
