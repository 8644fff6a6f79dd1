import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { isMultipart, parametersOf } from '../messages/media-type.ts'

/** A form as it was sent, about. */
interface WrittenForm {
  readonly contentType: string
  readonly body: Buffer
}

/** The boundary of a multipart form that names none. */
const BOUNDARY = 'har-form-boundary'

/** Writes the fields of a form of which a HAR file has no text: as multipart where it was, or else by URL encoding. */
export function writeParams (params: readonly unknown[], contentType: string): WrittenForm {
  const fields = params.filter(isObject)
  if (isMultipart(contentType)) return writeMultipartParams(fields, contentType)
  const form = new URLSearchParams()
  for (const { name, value } of fields) form.append(String(name ?? ''), String(value ?? ''))
  return { contentType, body: Buffer.from(form.toString()) }
}

function writeMultipartParams (fields: readonly JsonObject[], given: string): WrittenForm {
  const stated = parametersOf(given).boundary
  const boundary = stated ?? BOUNDARY
  const parts = fields.map(field => `--${boundary}\r\n${writePart(field)}\r\n`)
  const contentType = stated === undefined ? `${given}; boundary=${boundary}` : given
  return { contentType, body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`) }
}

function writePart ({ contentType, fileName, name, value }: JsonObject): string {
  const file = typeof fileName === 'string' ? `; filename="${quoted(fileName)}"` : ''
  const type = typeof contentType === 'string' ? `Content-Type: ${withoutBreaks(contentType)}\r\n` : ''
  const text = value === undefined || value === null ? '' : String(value)
  return `Content-Disposition: form-data; name="${quoted(String(name ?? ''))}"${file}\r\n${type}\r\n${text}`
}

function quoted (text: string): string {
  return text.replace(/["\r\n]/g, encodeURIComponent)
}

function withoutBreaks (text: string): string {
  return text.replace(/[\r\n]/g, ' ')
}
