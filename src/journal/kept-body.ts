import { findMediaType } from '../messages/find-media-type.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { isJson, mediaTypeOf } from '../messages/media-type.ts'
import type { ApiResponse, FileContent } from '../messages/message.ts'
import { RawBody, SharedBody } from '../messages/raw-body.ts'
import type { RequestFacts } from '../simulation/scope.ts'
import { sizeOfValue } from '../worlds/size-of-value.ts'

/** A body as the journal keeps it, and how many bytes it takes at most. */
export interface KeptBody {
  readonly body: unknown
  readonly bytes: number
}

/** The largest body that is kept as its value, in bytes. */
const LARGEST_VALUE = 4_096

/** How many bytes the value of a body takes at most, for each byte that was sent: those of `[{},{},…]`. */
const BYTES_PER_BYTE = 24

/** Keeps the body of a request: a large one as it was sent. */
export function keepRequestBody ({ body, headers, operation, rawBody }: RequestFacts): KeptBody {
  if (rawBody === undefined || body === undefined) return { body, bytes: 0 }
  const header = headers['content-type']
  const contentType = typeof header === 'string' ? header : 'application/octet-stream'
  // Bytes within a value are parts of all that came over the connection.
  const hasBytes = Buffer.isBuffer(body) || mediaTypeOf(contentType).startsWith('multipart/')
  if (rawBody.length <= LARGEST_VALUE && !hasBytes) return { body, bytes: rawBody.length * BYTES_PER_BYTE }
  const declared = findMediaType(operation?.body?.content ?? [], contentType)
  const raw = new RawBody(rawBody, contentType, declared)
  return { body: raw, bytes: raw.bytes.length }
}

/** Large bodies of responses: one that is seen again is an example or the like, which is kept anyway. */
const seen = new WeakSet<object>()

/** Keeps the body of a response: a large one as it is sent, where its payload is known. */
export function keepResponseBody (
  { body, headers }: Pick<ApiResponse, 'body' | 'headers'>,
  payload: string | Buffer | FileContent | undefined
): KeptBody {
  if (payload === undefined) return { body, bytes: sizeOfValue(body) }
  if (isFileContent(payload)) return { body, bytes: 0 }
  if (payload.length <= LARGEST_VALUE) return { body, bytes: payload.length * BYTES_PER_BYTE }
  if (typeof body === 'object' && body !== null) {
    if (seen.has(body)) return { body: new SharedBody(body), bytes: 0 }
    seen.add(body)
  }
  const contentType = String(headers['content-type'] ?? 'application/json')
  if (typeof payload === 'string' && typeof body !== 'string' && isJson(mediaTypeOf(contentType))) {
    const raw = new RawBody(Buffer.from(payload), contentType)
    return { body: raw, bytes: raw.bytes.length }
  }
  return { body, bytes: payload.length * (Buffer.isBuffer(body) || body === payload ? 2 : BYTES_PER_BYTE) }
}
