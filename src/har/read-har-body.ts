import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { charsetOf, knownCharset } from '../messages/charset.ts'
import { mediaTypeOf } from '../messages/media-type.ts'
import { restoreContent } from './restore-content.ts'
import type { HarPlace } from './har-problems.ts'
import { headerOf } from './recorded-exchange.ts'
import type { RecordedHeaders, RecordedMessage } from './recorded-exchange.ts'
import { writeParams } from './write-params.ts'

/** Reads the body of a request. Returns `undefined` for one with problems. */
export function readPostData (
  request: JsonObject,
  given: RecordedHeaders,
  place: HarPlace
): RecordedMessage | undefined {
  const { bodySize, postData } = request
  if (postData === undefined || postData === null) return noBody(given, bodySize)
  const { pointer, problems } = { ...place, pointer: `${place.pointer}/postData` }
  if (!isObject(postData)) {
    problems.add(pointer, 'be an object', postData)
    return undefined
  }
  const headers = withContentType(given, postData.mimeType)
  const contentType = headerOf({ headers, body: undefined }, 'content-type') ?? ''
  const { encoding = postData._encoding, params, text } = postData
  if (typeof text === 'string' && text !== '') {
    const content = { ...postData, encoding, text: withoutHead(text, contentType) }
    return readText(content, headers, { pointer, problems })
  }
  if (!Array.isArray(params) || params.length === 0) return noBody(headers, text === '' ? 0 : bodySize)
  const written = writeParams(params, contentType)
  return { headers: withContentType(headers, written.contentType, true), body: written.body }
}

/** Reads the body of a response. Returns `undefined` for one with problems. */
export function readContent (content: unknown, given: RecordedHeaders, place: HarPlace): RecordedMessage | undefined {
  if (content === undefined || content === null) return noBody(given, 0)
  if (!isObject(content)) {
    place.problems.add(place.pointer, 'be an object', content)
    return undefined
  }
  const headers = withContentType(given, content.mimeType)
  if (typeof content.text === 'string' && content.text !== '') return readText(content, headers, place)
  if (content.text === undefined || content.text === null || content.text === '') return noBody(headers, content.size)
  place.problems.add(`${place.pointer}/text`, 'be a text', content.text)
  return undefined
}

/** Returns a message without a body, which is left out where its size says that there was one. */
function noBody (headers: RecordedHeaders, size: unknown): RecordedMessage {
  return { headers, body: undefined, ...typeof size === 'number' && size > 0 && { isBodyLeftOut: true } }
}

/** Matches the comments of Firefox and of standin on a body that is not there in full. */
const CUT = /\b(?:cut|truncated|not shown|not included)\b/i

function readText (content: JsonObject, headers: RecordedHeaders, place: HarPlace): RecordedMessage | undefined {
  const { pointer, problems } = place
  const { comment, encoding = '', text } = content
  const contentType = headerOf({ headers, body: undefined }, 'content-type') ?? ''
  const name = String(encoding ?? '').toLowerCase()
  const bytes = bytesOf(String(text), name, contentType)
  if (bytes === undefined) {
    const [at, must] = isBinary(name)
      ? ['text', 'be base64, as its "encoding" says']
      : ['encoding', 'be base64, or be left out for text']
    problems.add(`${pointer}/${at}`, must, at === 'text' ? text : encoding)
    return undefined
  }
  const isCut = typeof comment === 'string' && CUT.test(comment)
  const { body, headers: restored } = restoreContent(bytes, headers, isBinary(name) ? name : undefined)
  return { headers: restored, body, ...isCut && { isBodyLeftOut: true } }
}

const CODINGS = new Set(['base64', 'gzip', 'deflate', 'br', 'zstd'])

/** Returns whether a text of an encoding stands for bytes: some tools name the content coding there. */
function isBinary (encoding: string): boolean {
  return CODINGS.has(encoding)
}

/** Matches base64 of either alphabet, which some tools break into lines. */
const BASE64 = /^[A-Za-z\d+/_\s-]*={0,2}\s*$/

function bytesOf (text: string, encoding: string, contentType: string): Buffer | undefined {
  if (isBinary(encoding)) return BASE64.test(text) ? Buffer.from(text, 'base64') : undefined
  if (encoding !== '' && !/^(?:utf-?8|text|none|identity)$/.test(encoding)) return undefined
  return Buffer.from(text, knownCharset(charsetOf(contentType)) ?? 'utf8')
}

/** Adds the media type of a body to headers that do not have it. */
function withContentType (headers: RecordedHeaders, mimeType: unknown, replaces = false): RecordedHeaders {
  if (typeof mimeType !== 'string' || mimeType === '' || mimeType === 'x-unknown') return headers
  const isStated = headers.some(([name]) => name.toLowerCase() === 'content-type')
  if (!isStated) return [...headers, ['content-type', mimeType]]
  if (!replaces) return headers
  return headers.map(([name, value]) => [name, name.toLowerCase() === 'content-type' ? mimeType : value] as const)
}

/** Matches the headers that Firefox writes before the text of a form. */
const HEAD = /^(?:Content-(?:Type|Length): [^\r\n]*\r\n)+\r\n/i

function withoutHead (text: string, contentType: string): string {
  const mediaType = mediaTypeOf(contentType)
  return mediaType.includes('form') ? text.replace(HEAD, '') : text
}
