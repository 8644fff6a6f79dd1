import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { FileRefused } from './shown-path.ts'

/** The size of the largest file that is read, in bytes. The largest public documents have some 40 MiB. */
const MAX_FILE_BYTES = 64 * 2 ** 20

const CHUNK_BYTES = 64 * 2 ** 10

/** Matches the files that the shell passes: the standard input, and `<(command)`. */
const DESCRIPTOR = /^\/(?:dev\/fd\/\d+|dev\/stdin|proc\/self\/fd\/\d+)$/

/**
 * Reads a file. Rejects with `FileRefused` for what is no file or too large, and with the error of the system where it
 * cannot be read. A pipe without a writer would be waited for without end, and a device be read without end.
 */
export async function readFile (path: string, maxBytes = MAX_FILE_BYTES): Promise<Buffer> {
  const isPassed = DESCRIPTOR.test(path)
  // Without waiting for the writer of a pipe.
  const file = await open(path, isPassed ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stats = await file.stat()
    const kind = isPassed && stats.isFIFO() ? undefined : kindOf(stats)
    if (kind !== undefined) throw new FileRefused(`it is ${kind}, not a file`)
    if (stats.size > maxBytes) throw tooLarge(maxBytes)
    return await readAll(file, maxBytes)
  } finally {
    await file.close()
  }
}

/** Reads up to the limit, whatever the system says about the size. */
async function readAll (file: FileHandle, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, null)
    if (bytesRead === 0) return Buffer.concat(chunks, size)
    size += bytesRead
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(buffer.subarray(0, bytesRead))
  }
}

function tooLarge (maxBytes: number): FileRefused {
  return new FileRefused(`it is larger than ${maxBytes / 2 ** 20} MiB`)
}

function kindOf (stats: Stats): string | undefined {
  if (stats.isFile()) return undefined
  if (stats.isDirectory()) return 'a directory'
  if (stats.isFIFO()) return 'a pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}
