import * as zlib from 'node:zlib'
import type { Operation } from '../contract/contract.ts'
import { findMediaType } from '../messages/find-media-type.ts'
import { isJson, isXml, mediaTypeOf } from '../messages/media-type.ts'
import type { FileContent, Headers } from '../messages/message.ts'
import { parseBody } from '../messages/parse-body.ts'
import type { Violation } from '../schemas/violation.ts'
import { BODY, createMalformed } from '../schemas/create-violation.ts'
import { findResponse, responseValidatorOf } from '../validation/response-validator.ts'

/** The head of a response of a service. */
export interface ResponseHead {
  readonly status: number
  readonly headers: Headers
  /** Whether it has no body, whatever its headers say: it responds to HEAD, or has a status without one. */
  readonly isBodiless: boolean
}

/** The largest body that is decompressed, in bytes. */
const MOST_DECODED = 4 * 2 ** 20

type Decode = (bytes: Buffer, options: { maxOutputLength: number }) => Buffer

const DECODERS: Readonly<Record<string, Decode | undefined>> = {
  gzip: zlib.gunzipSync,
  'x-gzip': zlib.gunzipSync,
  deflate: zlib.inflateSync,
  br: zlib.brotliDecompressSync,
  // Node 22 has zstd since 22.15.
  zstd: zlib.zstdDecompressSync
}

/** A body as it was read: its bytes without compression, and its value. */
export interface ReadBody {
  readonly bytes: Buffer
  readonly value: unknown
}

/** Reads the body of a response; `undefined` where it cannot be decompressed. */
export function readResponseBody (
  bytes: Buffer,
  { headers, status }: ResponseHead,
  operation: Operation | undefined
): ReadBody | undefined {
  const decoded = decodeAll(bytes, headers['content-encoding'])
  if (decoded === undefined) return undefined
  if (decoded.length === 0) return { bytes: decoded, value: undefined }
  const contentType = String(headers['content-type'] ?? 'application/octet-stream')
  const declared = operation && findResponse(operation, status)?.content
  const reading = parseBody(decoded, contentType, declared && findMediaType(declared, contentType))
  // The validator reports what is wrong with it.
  return { bytes: decoded, value: reading.kind === 'value' ? reading.value : decoded }
}

function decodeAll (bytes: Buffer, header: Headers[string] | undefined): Buffer | undefined {
  if (header === undefined || bytes.length === 0) return bytes
  const codings = String(header).toLowerCase().split(',').map(coding => coding.trim())
  try {
    let decoded = bytes
    for (const coding of codings.reverse()) {
      const decode = DECODERS[coding]
      if (coding === 'identity') continue
      if (decode === undefined) return undefined
      decoded = decode(decoded, { maxOutputLength: MOST_DECODED })
    }
    return decoded
  } catch {
    return undefined
  }
}

/** Returns the violations of a response whose body was read. */
export function checkResponse (
  operation: Operation,
  { headers, status }: ResponseHead,
  body: ReadBody
): readonly Violation[] {
  return responseValidatorOf(operation)({ status, headers, body: asWritten(body, headers) })
}

/** Returns a body as the validator takes it: XML as text, as its value would pass for one that is to be written. */
function asWritten ({ bytes, value }: ReadBody, headers: Headers): unknown {
  if (value === undefined || Buffer.isBuffer(value)) return value
  const mediaType = mediaTypeOf(String(headers['content-type'] ?? ''))
  return isXml(mediaType) ? bytes.toString() : value
}

/** Returns the violations of the head of a response, whatever its body is. */
export function checkHead (operation: Operation, { headers, status }: ResponseHead): readonly Violation[] {
  const mediaType = findResponse(operation, status)?.content[0]?.name
  // Where none is declared, a body is only known to be wrong when it comes.
  const body = mediaType === undefined ? undefined : { ...UNREAD, mediaType }
  return responseValidatorOf(operation)({ status, headers, body })
}

/** A body of which nothing has been read, in the form of those that the validator does not read. */
const UNREAD: Omit<FileContent, 'mediaType'> = {
  name: 'body',
  size: 0,
  version: '',
  modified: 0,
  chunks: () => []
}

/** Returns the violation of a response that ends before its end. */
export function incompleteBody (why: string): Violation {
  return createMalformed(BODY, 'be complete', why)
}

/** Tells whether a body is held until its end, so that a header can tell of its violations. */
export function isHoldable ({ headers, isBodiless }: ResponseHead, most: number): boolean {
  if (isBodiless || !isJson(mediaTypeOf(String(headers['content-type'] ?? '')))) return false
  const length = headers['content-length']
  return length === undefined || Number(length) <= most
}
