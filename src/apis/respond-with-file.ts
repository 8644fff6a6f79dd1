import type { IncomingHttpHeaders } from 'node:http'
import { createHash } from 'node:crypto'
import { parseByteRanges } from '../messages/byte-ranges.ts'
import type { ByteRange } from '../messages/byte-ranges.ts'
import type { ApiResponse, FileContent } from '../messages/message.ts'
import { formatHttpDate, parseHttpDate } from '../worlds/clock.ts'

/** A successful response whose body is a file. */
type FileResponse = Pick<ApiResponse, 'headers'> & { readonly body: FileContent }

/** The parts of a response that a condition or a range changes. */
type Changed = Pick<ApiResponse, 'status' | 'headers' | 'body'>

/** A request as far as conditions and ranges go. */
export interface FileRequest {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/**
 * Responds with a file, or with as much of it as the request asks for: conditions come before ranges (RFC 9110, section
 * 13.2.2), so that clients can resume downloads and keep what they have.
 */
export function respondWithFile (
  { headers: asked, method }: FileRequest,
  { body, headers: given }: FileResponse
): Changed {
  const etag = etagOf(body)
  const modified = Math.floor(body.modified / 1000)
  const headers = {
    'accept-ranges': 'bytes',
    etag,
    'last-modified': formatHttpDate(body.modified),
    ...given
  }
  const status = failedCondition(asked, { etag, modified })
  if (status !== undefined) return withoutBody(status, headers)
  const whole = { status: 200, headers, body }
  if (method !== 'GET' || asked.range === undefined || !holdsRange(asked['if-range'], { etag, modified })) return whole
  const ranges = parseByteRanges(asked.range, body.size)
  if (ranges === undefined) return whole
  const [range, ...others] = ranges
  if (range === undefined) {
    return withoutBody(416, { ...headers, 'content-range': `bytes */${body.size}` })
  }
  if (others.length > 0) return severalRanges(headers, body, ranges)
  return { status: 206, headers: { ...headers, 'content-range': rangeText(range, body) }, body: cut(body, range) }
}

/** By what clients know the content that they have. */
interface Validators {
  /** A strong entity tag. */
  readonly etag: string
  /** In seconds since 1970, as HTTP's dates have no fractions. */
  readonly modified: number
}

function etagOf ({ version }: FileContent): string {
  return `"${createHash('sha256').update(version).digest('base64url').slice(0, 22)}"`
}

function withoutBody (status: number, { 'content-type': _type, ...headers }: Changed['headers']): Changed {
  return { status, headers, body: undefined }
}

/** Returns the status for a condition that does not hold: 412, or 304 for what the client has already. */
function failedCondition (asked: IncomingHttpHeaders, { etag, modified }: Validators): number | undefined {
  const unmodifiedSince = secondsOf(asked['if-unmodified-since'])
  const modifiedSince = secondsOf(asked['if-modified-since'])
  if (asked['if-match'] !== undefined) {
    if (!lists(asked['if-match'], etag)) return 412
  } else if (unmodifiedSince !== undefined && modified > unmodifiedSince) return 412
  if (asked['if-none-match'] !== undefined) return lists(asked['if-none-match'], etag) ? 304 : undefined
  return modifiedSince !== undefined && modified <= modifiedSince ? 304 : undefined
}

function lists (header: string, etag: string): boolean {
  if (header.trim() === '*') return true
  return header.split(',').some(entry => entry.trim().replace(/^W\//, '') === etag)
}

/** Tells whether the file is still the one of which the client has a part (RFC 9110, section 13.1.5). */
function holdsRange (ifRange: string | string[] | undefined, { etag, modified }: Validators): boolean {
  if (ifRange === undefined) return true
  const text = String(ifRange).trim()
  if (text.startsWith('"') || text.startsWith('W/')) return text === etag
  return secondsOf(text) === modified
}

function secondsOf (header: string | undefined): number | undefined {
  const instant = header === undefined ? undefined : parseHttpDate(header)
  return instant === undefined ? undefined : Math.floor(instant / 1000)
}

/** Several ranges travel as parts of one body (RFC 9110, section 14.6). */
function severalRanges (headers: Changed['headers'], file: FileContent, ranges: readonly ByteRange[]): Changed {
  const boundary = createHash('sha256').update(`boundary ${file.version}`).digest('hex').slice(0, 24)
  const parts = ranges.map(range => ({ range, head: Buffer.from(partHead(boundary, range, file)) }))
  const end = Buffer.from(`\r\n--${boundary}--\r\n`)
  const mediaType = `multipart/byteranges; boundary=${boundary}`
  const sizes = parts.map(({ head, range }) => head.length + range.end - range.start + 1)
  function * chunks (): Generator<Buffer> {
    for (const { head, range } of parts) {
      yield head
      yield * cut(file, range).chunks()
    }
    yield end
  }
  const size = sizes.reduce((sum, next) => sum + next, end.length)
  return { status: 206, headers: { ...headers, 'content-type': mediaType }, body: { ...file, mediaType, size, chunks } }
}

function partHead (boundary: string, range: ByteRange, file: FileContent): string {
  const lines = [`--${boundary}`, `Content-Type: ${file.mediaType}`, `Content-Range: ${rangeText(range, file)}`]
  return `\r\n${lines.join('\r\n')}\r\n\r\n`
}

function rangeText ({ end, start }: ByteRange, { size }: FileContent): string {
  return `bytes ${start}-${end}/${size}`
}

/** Returns a part of a file. What comes before it is made, as rows follow from those before them, but not sent. */
function cut (file: FileContent, { end, start }: ByteRange): FileContent {
  function * chunks (): Generator<Buffer> {
    let offset = 0
    for (const chunk of file.chunks()) {
      const from = Math.max(0, start - offset)
      const to = Math.min(chunk.length, end + 1 - offset)
      if (from < to) yield chunk.subarray(from, to)
      offset += chunk.length
      if (offset > end) return
    }
  }
  return { ...file, size: end - start + 1, chunks }
}
