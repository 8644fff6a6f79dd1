import type { SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { FORM, isJsonSequence, isSequence, isXml, mediaTypeOf } from './media-type.ts'
import { writeXml } from './write-xml.ts'

/** Writes a value in a media type that is not JSON but has a form for it: a form, XML by its schema, values line by line, events; `undefined` where there is none. */
export function writeBody (value: unknown, contentType: string, schema: SchemaReference | undefined): string | undefined {
  const mediaType = mediaTypeOf(contentType)
  if (mediaType === FORM) return writeForm(value)
  if (isXml(mediaType)) return writeXml(value, schema)
  if (isSequence(mediaType)) return writeSequence(value, mediaType)
  return mediaType === 'text/event-stream' ? listItems(value).map(writeEvent).join('') : undefined
}

/** Objects become `name[member]`, as OpenAPI's style deepObject has it; the items of a list repeat its name. */
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

/** Writes the items of a list one by one: a line each, or each after a record separator (RFC 7464). */
export function writeSequence (value: unknown, mediaType: string): string {
  const before = isJsonSequence(mediaType) ? '\u001E' : ''
  return listItems(value).map(item => `${before}${JSON.stringify(item)}\n`).join('')
}

function listItems (value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** An event has fields (HTML standard, "Server-sent events"); anything else is the data of one. */
function writeEvent (event: unknown): string {
  const fields: Readonly<Record<string, unknown>> = isObject(event) && 'data' in event ? event : { data: event }
  const lines = ['event', 'id', 'retry', 'data'].flatMap(name => {
    const value = fields[name]
    if (value === undefined || value === null) return []
    return (typeof value === 'string' ? value : JSON.stringify(value)).split(/\r\n|\r|\n/).map(line => `${name}: ${line}`)
  })
  return `${lines.join('\n')}\n\n`
}
