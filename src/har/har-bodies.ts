import { isUtf8 } from 'node:buffer'
import { isObject } from '../documents/is-object.ts'
import type { ShownBody } from '../journal/show-body.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { isMultipart } from '../messages/media-type.ts'
import { KeptBody } from '../messages/raw-body.ts'
import type { HarContent, HarParam, HarPostData } from './har.ts'
import { bodyText, keptBodyBytes } from './kept-body-bytes.ts'

/** A message as it is shown, or as it is kept. */
interface ShownMessage extends ShownBody {
  readonly headers: Readonly<Record<string, unknown>>
}

/** Returns the member of a request for its body; none where it has no body. */
export function toPostData (request: ShownMessage): { readonly postData?: HarPostData } {
  const { body, note } = request
  if (body === undefined && note === undefined) return {}
  const mimeType = typeOf(request)
  if (isMultipart(mimeType) && isObject(body) && !isKept(body)) {
    return { postData: { mimeType, params: listParams(body), ...commented(note) } }
  }
  const { encoding, text } = textOf(request, mimeType)
  return {
    postData: {
      mimeType,
      ...text !== undefined && { text },
      ...encoding !== undefined && { _encoding: encoding },
      ...commented(note)
    }
  }
}

/** Returns the content of a response. */
export function toContent (response: ShownMessage): HarContent {
  const { note } = response
  const mimeType = typeOf(response)
  const { encoding, size, text } = textOf(response, mimeType)
  return {
    size,
    mimeType,
    ...text !== undefined && { text },
    ...encoding !== undefined && { encoding },
    ...commented(note)
  }
}

interface BodyText {
  readonly size: number
  readonly text?: string
  readonly encoding?: 'base64'
}

function textOf ({ body, note = '' }: ShownBody, mimeType: string): BodyText {
  if (body === undefined) return { size: sizeIn(note) }
  if (typeof body === 'string' && note.startsWith('cut')) return { text: body, size: sizeIn(note) }
  if (!isKept(body) && !isMultipart(mimeType)) return sized(bodyText(body, mimeType))
  const bytes = keptBodyBytes(body, mimeType)
  if (bytes === undefined) return { size: isFileContent(body) ? body.size : 0 }
  if (isUtf8(bytes)) return sized(bytes.toString())
  return { text: bytes.toString('base64'), encoding: 'base64', size: bytes.length }
}

function sized (text: string): BodyText {
  return { text, size: Buffer.byteLength(text) }
}

/** Returns whether a body is in a form in which only journals have it: bytes, a file, one to be parsed. */
function isKept (body: unknown): boolean {
  return body instanceof KeptBody || Buffer.isBuffer(body) || isFileContent(body)
}

/** Returns the size that a note states: `cut: the first 65536 of 70000 characters`, `100 bytes, not shown`. */
function sizeIn (note: string): number {
  return Number(/(\d+) (?:bytes|characters)/.exec(note)?.[1] ?? 0)
}

function commented (comment: string | undefined): { readonly comment?: string } {
  return comment === undefined ? {} : { comment }
}

function typeOf ({ headers: { 'content-type': stated } }: ShownMessage): string {
  return typeof stated === 'string' ? stated : 'x-unknown'
}

function listParams (body: Readonly<Record<string, unknown>>): HarParam[] {
  const params: HarParam[] = []
  for (const [name, member] of Object.entries(body)) {
    const values: unknown[] = Array.isArray(member) ? member : [member]
    for (const value of values) params.push({ name, value: bodyText(value, 'text/plain') })
  }
  return params
}
