import type { MediaType, RequestBody } from '../../src/contract/contract.ts'
import { isObject } from '../../src/documents/is-object.ts'
import { exactJson } from '../../src/exact-json.ts'
import { jsonFirst, writtenName } from '../../src/responses/choose-media-type.ts'
import { FORM, isJson, isSequence, isXml } from '../../src/messages/media-type.ts'
import { writeSequence } from '../../src/messages/write-body.ts'
import { writeXml } from '../../src/messages/write-xml.ts'
import { writeParameter } from '../../src/messages/write-parameter.ts'

/** A body in its written form. */
export interface WrittenBody {
  readonly contentType: string
  readonly payload: string | Buffer
}

/** Chooses the media type of a request body: JSON where that is possible. */
export function formOf ({ content }: RequestBody): MediaType | undefined {
  return jsonFirst(content)[0]
}

/**
 * Writes a body in a media type; returns `undefined` where that has no form for the value. For other types than JSON,
 * XML, forms and text, writes some bytes.
 */
export function writeBody (form: MediaType, value: unknown): WrittenBody | undefined {
  const contentType = writtenName(form.name)
  if (isJson(contentType)) return { contentType, payload: exactJson.stringify(value) ?? 'null' }
  if (contentType === FORM) return writeForm(form, value)
  if (contentType.startsWith('multipart/')) return writeMultipart(contentType, value)
  if (isXml(contentType)) return { contentType, payload: writeXml(value, form.schema) }
  if (isSequence(contentType)) return { contentType, payload: writeSequence(value, contentType) }
  if (contentType.startsWith('text/')) {
    return typeof value === 'object' ? undefined : { contentType, payload: String(value) }
  }
  return { contentType, payload: Buffer.from([1, 2, 3]) }
}

function writeForm ({ encoding }: MediaType, value: unknown): WrittenBody | undefined {
  if (!isObject(value)) return undefined
  const pairs = Object.entries(value).map(([name, member]) => {
    const {
      style = 'form',
      explode = style === 'form',
      contentTypes: [contentType] = []
    } = encoding[name] ?? {}
    // "If the value is a complex value", the content type is JSON (OpenAPI 3.1, Encoding Object); what a form's
    // style can write, it writes.
    const parameter = {
      name,
      in: 'query',
      required: true,
      style,
      explode,
      allowEmptyValue: false,
      mediaType: contentType,
      schema: undefined
    } as const
    return writeParameter(parameter, member)
  })
  return { contentType: FORM, payload: pairs.filter(pair => pair !== undefined).join('&') }
}

const BOUNDARY = 'corpus-boundary'

function writeMultipart (contentType: string, value: unknown): WrittenBody | undefined {
  if (!isObject(value)) return undefined
  const parts = Object.entries(value).flatMap(([name, member]) =>
    (Array.isArray(member) ? member : [member]).map(item => writePart(name, item))
  )
  return { contentType: `${contentType}; boundary=${BOUNDARY}`, payload: [...parts, `--${BOUNDARY}--\r\n`].join('') }
}

function writePart (name: string, value: unknown): string {
  const isComplex = typeof value === 'object'
  const contentType = isComplex ? 'Content-Type: application/json\r\n' : ''
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n${contentType}\r\n`
  return `${head}${isComplex ? exactJson.stringify(value) : String(value)}\r\n`
}
