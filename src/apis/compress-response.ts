import type { IncomingHttpHeaders } from 'node:http'
import { acceptedCodings } from '../messages/accepted-codings.ts'
import { compress } from '../messages/compress.ts'
import { isBodilessStatus } from '../messages/is-bodiless-status.ts'
import { isJson, isSequence, isXml, mediaTypeOf } from '../messages/media-type.ts'
import { varyingBy } from '../messages/varying-by.ts'

/** The smallest body that is compressed, in bytes. A smaller one fits into one packet with its headers. */
export const LEAST_COMPRESSED = 1_024

/** Headers of a response, by their names in lower case. */
type Headers = Record<string, unknown>

/** A response of which nothing has been written. */
export interface Compressible {
  readonly status: number
  readonly headers: Headers
  readonly payload: string | Buffer
}

/**
 * Compresses the body of a response as its request asks; returns `undefined` where it is known to stay as it is. The
 * headers change with it, and say of every response that could be compressed on what that depends. It is our own rather
 * than @fastify/compress, which works in a hook that the responses of the APIs bypass.
 */
export function compressResponse (
  asked: IncomingHttpHeaders,
  { headers, payload, status }: Compressible
): Promise<string | Buffer> | undefined {
  if (!isCompressible(status, headers)) return undefined
  headers.vary = varyingBy(headers.vary, 'Accept-Encoding')
  const accepted = asked['accept-encoding']
  if (accepted === undefined || isToStay(asked)) return undefined
  const codings = acceptedCodings(String(accepted))
  if (codings.length === 0) return undefined
  return compress(payload, codings).then(compressed => {
    if (compressed === undefined) return payload
    headers['content-encoding'] = compressed.coding
    const { etag } = headers
    // A strong one is for the same bytes alone (RFC 9110, section 8.8.1).
    if (typeof etag === 'string' && etag.startsWith('"')) headers.etag = `W/${etag}`
    return compressed.body
  })
}

/** Headers that say something of the very bytes of a body, or that are not for a body that is compressed here. */
const BINDING = [
  'content-encoding',
  'content-length',
  'content-range',
  'content-md5',
  'content-digest',
  'repr-digest',
  'digest'
]

function isCompressible (status: number, headers: Headers): boolean {
  if (isBodilessStatus(status) || status === 206) return false
  if (!isTextual(mediaTypeOf(String(headers['content-type'] ?? '')))) return false
  if (BINDING.some(name => headers[name] !== undefined) || isToStay(headers)) return false
  // The length of a download is what clients show of its progress.
  return !/^\s*attachment\b/i.test(String(headers['content-disposition'] ?? ''))
}

/** Tells whether a message asks that bodies stay as they are (RFC 9111, sections 5.2.1.6 and 5.2.2.6). */
function isToStay ({ 'cache-control': control }: Readonly<Headers>): boolean {
  return control !== undefined && /(?:^|,)\s*no-transform\s*(?:,|$)/i.test(String(control))
}

/** Matches the media types of texts. The events of `text/event-stream` are read one by one. */
const TEXTUAL = /^text\/(?!event-stream$)|^application\/(?:javascript|yaml|x-yaml|x-www-form-urlencoded)$|\+yaml$/

function isTextual (mediaType: string): boolean {
  return isJson(mediaType) || isXml(mediaType) || isSequence(mediaType) || TEXTUAL.test(mediaType)
}
