import { isFileContent } from '../messages/is-file-content.ts'
import { bodyValue, RawBody } from '../messages/raw-body.ts'

type KeptHeaders = Readonly<Record<string, unknown>>

/** The content type of a JSON body that states none. */
const JSON_TYPE = 'application/json; charset=utf-8'

/**
 * Returns the headers of a response with the content type that it was sent with: a journal keeps those that the source
 * of the response has stated. `kept` is the body as the journal keeps it.
 */
export function sentHeaders (headers: KeptHeaders, kept: unknown): KeptHeaders {
  if (kept === undefined || headers['content-type'] !== undefined) return headers
  return { ...headers, 'content-type': defaultType(kept) }
}

function defaultType (kept: unknown): string {
  if (kept instanceof RawBody) return kept.contentType
  const value = bodyValue(kept)
  if (isFileContent(value)) return value.mediaType
  return Buffer.isBuffer(value) ? 'application/octet-stream' : JSON_TYPE
}
