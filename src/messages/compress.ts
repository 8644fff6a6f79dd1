import type { InputType } from 'node:zlib'
import type { Coding } from './accepted-codings.ts'

type Done = (error: Error | null, compressed: Buffer) => void
type Encode = (body: InputType, done: Done) => void

let encoders: Promise<ReadonlyMap<Coding, Encode>> | undefined

/** A compressed body, with the coding that restores it. */
export interface Compressed {
  readonly coding: Coding
  readonly body: Buffer
}

/**
 * Compresses a body by the first of some codings that this version of Node has, beside the main thread; returns
 * `undefined` where it has none.
 */
export async function compress (body: string | Buffer, codings: readonly Coding[]): Promise<Compressed | undefined> {
  encoders ??= loadEncoders()
  const known = await encoders
  for (const coding of codings) {
    const encode = known.get(coding)
    if (encode !== undefined) return { coding, body: await encodeOnce(body, encode) }
  }
  return undefined
}

/** Loads the encoders with the first response that is compressed. They are quick ones: most clients are near. */
async function loadEncoders (): Promise<ReadonlyMap<Coding, Encode>> {
  const { brotliCompress, constants, gzip, zstdCompress } = await import('node:zlib')
  const encoders = new Map<Coding, Encode>([
    ['gzip', (body, done) => gzip(body, { level: constants.Z_BEST_SPEED }, done)],
    ['br', (body, done) => brotliCompress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }, done)]
  ])
  // Node 22 has zstd since 22.15.
  if (zstdCompress !== undefined) encoders.set('zstd', zstdCompress)
  return encoders
}

function encodeOnce (body: string | Buffer, encode: Encode): Promise<Buffer> {
  return new Promise((resolve, reject) => encode(body, (error, compressed) => {
    if (error === null) resolve(compressed)
    else reject(error)
  }))
}
