import { exactJson } from '../exact-json.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { isJson, isMultipart, isXml, isXmlText, mediaTypeOf } from '../messages/media-type.ts'
import type { FileContent } from '../messages/message.ts'
import { bodyValue, RawBody } from '../messages/raw-body.ts'
import { writeBody } from '../messages/write-body.ts'
import { writeMultipart } from '../messages/write-multipart.ts'

/** The largest file whose content is made once more, in bytes. */
const LARGEST_FILE = 2 ** 24

/**
 * Returns the bytes of a body that a journal keeps, as they were sent; `undefined` for none, and for a file that is too
 * large. A body that is kept as its value is written anew.
 */
export function keptBodyBytes (kept: unknown, contentType = 'application/json'): Buffer | undefined {
  if (kept instanceof RawBody) return kept.bytes
  const value = bodyValue(kept)
  if (value === undefined || Buffer.isBuffer(value)) return value
  if (isFileContent(value)) return fileBytes(value)
  if (isMultipart(contentType)) return writeMultipart(value, contentType, undefined).body
  return Buffer.from(bodyText(value, contentType))
}

/** Writes the value of a body as text in a media type that is not multipart. */
export function bodyText (value: unknown, contentType: string): string {
  const mediaType = mediaTypeOf(contentType)
  if (isJson(mediaType)) return exactJson.stringify(value)
  if (typeof value === 'string' && (isXmlText(value) || !isXml(mediaType))) return value
  return writeBody(value, contentType, undefined) ?? exactJson.stringify(value)
}

function fileBytes (file: FileContent): Buffer | undefined {
  return file.size > LARGEST_FILE ? undefined : Buffer.concat([...file.chunks()])
}
