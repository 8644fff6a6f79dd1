import { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { BodyTooLarge, MalformedRequest, UnsupportedMediaType } from '../errors.ts'
import { http2Stream } from './http2-stream.ts'

export type Done = (error: Error | null, body?: Buffer) => void
type Decode = (bytes: Buffer, options: { maxOutputLength: number }, done: Done) => void

const REJECT = Symbol('reject the body that is being read')

/**
 * A connection, or a stream of HTTP/2, with the function that rejects the body that is being read from it. Every
 * request writes it, so it is a property.
 */
interface Source {
  [REJECT]?: ((error: Error) => void) | undefined
}

/** Rejects the body that is being read from a connection, or a stream of HTTP/2. Returns whether there is one. */
export function rejectReading (source: object, error: Error): boolean {
  const { [REJECT]: reject } = source as Source
  reject?.(error)
  return reject !== undefined
}

/** The codings of a body that are read (RFC 9110, section 8.4.1). */
export const CODINGS = ['gzip', 'deflate', 'br', 'zstd'] as const

/**
 * Reads and decompresses the bytes of a body. Its errors carry only what came, as the API words them; `done` is not
 * called for a client that leaves before the end of the body.
 */
export function readBody (request: FastifyRequest, limit: number, done: Done): void {
  const { headers, raw } = request
  const source = (http2Stream(raw) ?? raw.socket) as Source  // all objects can have it
  if (!mayHaveBody(request)) return done(null)
  if (Number(headers['content-length']) > limit) return done(new BodyTooLarge(''))
  const chunks: Buffer[] = []
  let size = 0
  const onData = (chunk: Buffer): void => {
    size += chunk.length
    if (size <= limit) {
      chunks.push(chunk)
      return
    }
    reject(new BodyTooLarge(''))
  }
  const reject = (error: Error): void => {
    source[REJECT] = undefined
    raw.off('data', onData).off('end', onEnd)
    done(error)
  }
  const onEnd = (): void => {
    source[REJECT] = undefined
    const [first, ...others] = chunks
    const bytes = first === undefined || others.length > 0 ? Buffer.concat(chunks, size) : first
    const codings = headers['content-encoding']
    if (codings === undefined || size === 0) return done(null, bytes)
    decodeAll(bytes, listCodings(codings), limit).then(body => done(null, body), done)
  }
  source[REJECT] = reject
  raw.on('data', onData).on('end', onEnd)
}

export function mayHaveBody (request: FastifyRequest): boolean {
  const { headers, method } = request
  const length = headers['content-length']
  if ((length !== undefined && length !== '0') || headers['transfer-encoding'] !== undefined) return true
  const stream = http2Stream(request.raw)
  if (stream !== undefined) return !stream.endAfterHeaders
  // The headers of an injected request may not announce its body.
  return !hasConnection(request) && method !== 'GET' && method !== 'HEAD'
}

/** Has a function reject the body that is being read from the connection of a request; none where it is undefined. */
export function onReject ({ raw }: FastifyRequest, reject: ((error: Error) => void) | undefined): void {
  const source = (http2Stream(raw) ?? raw.socket) as Source  // all objects can have it
  source[REJECT] = reject
}

/** Tells whether a request came over a connection: an injected one did not. */
export function hasConnection ({ raw }: FastifyRequest): boolean {
  return raw.httpVersionMajor === 2 || raw.socket instanceof Socket
}

/** Lists the codings of a body in the order in which they were applied. */
export function listCodings (header: string): string[] {
  const codings = header.toLowerCase().split(',').map(coding => coding.trim().replace(/^x-/, ''))
  return codings.filter(coding => coding !== '' && coding !== 'identity')
}

/** Decompresses the bytes of a body whose codings were applied in this order. */
export async function decodeAll (bytes: Buffer, codings: readonly string[], limit: number): Promise<Buffer> {
  const decoders = await loadDecoders()
  let body = bytes
  for (const coding of codings.toReversed()) {
    const decode = decoders.get(coding)
    if (decode === undefined) throw new UnsupportedMediaType(coding)
    body = await decodeOnce(body, { coding, decode, limit })
  }
  return body
}

/** Loads the decoders with the first compressed request: most requests are not compressed. */
async function loadDecoders (): Promise<ReadonlyMap<string, Decode>> {
  const { brotliDecompress, gunzip, inflate, zstdDecompress } = await import('node:zlib')
  const decoders = new Map<string, Decode>([['gzip', gunzip], ['deflate', inflate], ['br', brotliDecompress]])
  // Node 22 has zstd since 22.15.
  if (zstdDecompress !== undefined) decoders.set('zstd', zstdDecompress)
  return decoders
}

interface Decoding {
  readonly coding: string
  readonly decode: Decode
  /** The most bytes that the decoded body may have. */
  readonly limit: number
}

function decodeOnce (bytes: Buffer, { coding, decode, limit }: Decoding): Promise<Buffer> {
  return new Promise((resolve, reject) => decode(bytes, { maxOutputLength: limit }, (error, body) => {
    if (body !== undefined && error === null) return resolve(body)
    const isTooLarge = error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    reject(isTooLarge ? new BodyTooLarge('') : new MalformedRequest(`is not ${coding}: ${error?.message}`))
  }))
}
