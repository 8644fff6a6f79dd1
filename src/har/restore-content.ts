import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { isUtf8 } from 'node:buffer'
import { headerOf } from './recorded-exchange.ts'
import type { RecordedHeaders } from './recorded-exchange.ts'

/** The largest body that is decompressed, in bytes. */
const MAX_BYTES = 2 ** 26

/** Headers that hold only for a body as it was carried. */
const OF_THE_WIRE = /^(?:content-encoding|content-length|transfer-encoding)$/i

interface Restored {
  readonly headers: RecordedHeaders
  readonly body: Buffer
}

type Decompress = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Buffer

const DECODERS = new Map<string, Decompress | undefined>([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflate],
  ['br', brotliDecompressSync],
  // Node 22 has zstd since 22.15.
  ['zstd', zstdDecompressSync]
])

/**
 * Returns a body without its content coding, and the headers that hold for that. HAR has content decoded (section
 * "content"), which tools that record the wire do not do: a body that is compressed still is decompressed.
 * `encoding` is how the file says that its text stands for bytes; `undefined` for a plain text.
 */
export function restoreContent (bytes: Buffer, headers: RecordedHeaders, encoding: string | undefined): Restored {
  const left = headers.filter(([name]) => !OF_THE_WIRE.test(name))
  if (encoding === undefined) return { headers: left, body: bytes }
  const named = headerOf({ headers, body: undefined }, 'content-encoding')
  const codings = encoding === 'base64' ? (named ?? '').toLowerCase().split(',').map(word => word.trim()) : [encoding]
  return { headers: left, body: decodeAll(bytes, codings.filter(coding => coding !== '' && coding !== 'identity')) }
}

function decodeAll (bytes: Buffer, codings: readonly string[]): Buffer {
  let body = bytes
  for (const coding of codings.toReversed()) {
    // Text was decoded already: no compressed body of some length is UTF-8.
    if (coding !== 'deflate' && isUtf8(body)) return body
    const decoded = decode(body, DECODERS.get(coding))
    if (decoded === undefined) return body
    body = decoded
  }
  return body
}

/** Decompresses a body; returns `undefined` for one that is not compressed so, or too large. */
function decode (bytes: Buffer, decompress: Decompress | undefined): Buffer | undefined {
  try {
    return decompress?.(bytes, { maxOutputLength: MAX_BYTES })
  } catch {
    return undefined
  }
}

/** Some servers send the bare data (RFC 9110, section 8.4.1.2). */
function inflate (bytes: Buffer, options: { readonly maxOutputLength: number }): Buffer {
  try {
    return inflateSync(bytes, options)
  } catch {
    return inflateRawSync(bytes, options)
  }
}
