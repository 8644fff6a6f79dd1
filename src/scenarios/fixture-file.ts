import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { FileNotAvailable } from '../errors.ts'
import type { FileContent } from '../messages/message.ts'
import type { Declaration } from '../simulation/declaration.ts'

const CHUNK = 64 * 1024

/** Media types by the endings of file names. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
  '.zip': 'application/zip'
}

/**
 * Parses the name of a file in the folder of fixtures to a function that opens it; its content is read while it is
 * sent. Rejects a file that is missing, and one outside the folder, by a link too.
 */
export function parseFixtureFile (declaration: Declaration, folder: string | undefined): () => FileContent {
  const name = declaration.text()
  if (folder === undefined) return declaration.refuse('no folder of fixtures is given, name one with --fixtures')
  const path = name.includes('\0') ? undefined : realPath(join(folder, name))
  const root = realPath(folder)
  if (path === undefined || root === undefined) {
    return declaration.refuse(`there is no file ${JSON.stringify(name)} in the folder of fixtures`)
  }
  if (!path.startsWith(`${root}${sep}`)) return declaration.refuse('is outside the folder of fixtures')
  if (!statSync(path).isFile()) return declaration.refuse(`${JSON.stringify(name)} is a folder: name a file`)
  return () => openFile(name, path)
}

function realPath (path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

/** Opens a file as it is now. Throws `FileNotAvailable` where it has gone. */
function openFile (name: string, path: string): FileContent {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) throw new FileNotAvailable(name, 'it is no longer in the folder of fixtures')
  const { mtimeMs: modified, size } = stats
  return {
    name,
    mediaType: MEDIA_TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream',
    size,
    version: `${name} ${size} ${modified}`,
    modified,
    chunks: () => readChunks(path)
  }
}

function * readChunks (path: string): Generator<Buffer> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK)
      const length = readSync(file, chunk)
      if (length === 0) return
      yield chunk.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}
