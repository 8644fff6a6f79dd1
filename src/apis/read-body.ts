import { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { BodyTooLarge, MalformedRequest, UnsupportedMediaType } from '../errors.ts'

type Done = (error: Error | null, body?: Buffer) => void
type Decode = (bytes: Buffer, options: { maxOutputLength: number }, done: Done) => void

/** The codings of a body that are read (RFC 9110, section 8.4.1). */
export const CODINGS = ['gzip', 'deflate', 'br', 'zstd'] as const

/**
 * Reads the bytes of a body, of at most so many; those that are compressed, as what they were before. What is wrong is told by errors
 * that carry no more than what came: the API has the words. A client that leaves before its end is not told of.
 */
export function readBody (request: FastifyRequest, limit: number, done: Done): void {
  const { headers, raw } = request
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
    raw.off('data', onData).off('end', onEnd)
    done(new BodyTooLarge(''))
  }
  const onEnd = (): void => {
    const [first, ...others] = chunks
    decode(first === undefined || others.length > 0 ? Buffer.concat(chunks, size) : first, headers['content-encoding'], limit, done)
  }
  raw.on('data', onData).on('end', onEnd)
}

function mayHaveBody (request: FastifyRequest): boolean {
  const { headers, method } = request
  const length = headers['content-length']
  if ((length !== undefined && length !== '0') || headers['transfer-encoding'] !== undefined) return true
  // What is injected may have a body of which its headers do not tell.
  return !hasConnection(request) && method !== 'GET' && method !== 'HEAD'
}

/** Tells whether a request came over a connection: an injected one did not. */
export function hasConnection ({ raw }: FastifyRequest): boolean {
  return raw.socket instanceof Socket
}

function decode (bytes: Buffer, codings: string | undefined, limit: number, done: Done): void {
  if (codings === undefined || bytes.length === 0) return done(null, bytes)
  // They were applied in the order in which they are listed.
  const applied = codings.toLowerCase().split(',').map(coding => coding.trim().replace(/^x-/, '')).filter(coding => coding !== '' && coding !== 'identity')
  decodeAll(bytes, applied, limit).then(body => done(null, body), done)
}

async function decodeAll (bytes: Buffer, codings: readonly string[], limit: number): Promise<Buffer> {
  const decoders = await loadDecoders()
  let body = bytes
  for (const coding of codings.toReversed()) {
    const decode = decoders.get(coding)
    if (decode === undefined) throw new UnsupportedMediaType(coding)
    body = await decodeOnce(body, { coding, decode, limit })
  }
  return body
}

/** Most requests are not compressed: what reads those that are is loaded with the first. */
async function loadDecoders (): Promise<ReadonlyMap<string, Decode>> {
  const { brotliDecompress, gunzip, inflate, zstdDecompress } = await import('node:zlib')
  // Node 22 has zstd from 22.15 on.
  return new Map<string, Decode>([['gzip', gunzip], ['deflate', inflate], ['br', brotliDecompress], ...zstdDecompress === undefined ? [] : [['zstd', zstdDecompress] as const]])
}

function decodeOnce (bytes: Buffer, { coding, decode, limit }: { coding: string, decode: Decode, limit: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => decode(bytes, { maxOutputLength: limit }, (error, body) => {
    if (body !== undefined && error === null) return resolve(body)
    const isTooLarge = error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    reject(isTooLarge ? new BodyTooLarge('') : new MalformedRequest(`is not ${coding}: ${error?.message}`))
  }))
}
