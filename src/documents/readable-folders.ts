import { realpath } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { readFile } from './read-file.ts'
import { describeFailure, shownPath } from './shown-path.ts'

/** A file as bytes, or the reason why it is not read, as a clause without the file. */
export type FileBytes =
  | { readonly kind: 'read', readonly bytes: Buffer, readonly file: string }
  | { readonly kind: 'unread', readonly why: string }

/** Folders from which files are read, and no others. */
export interface FolderPaths {
  readonly folders: readonly string[]
  /** A file whose folder counts too, as it is and where it is a symbolic link to. */
  readonly document?: string
  /** The folders as messages name them: `the folder of the document`. */
  readonly what: string
}

interface Folders {
  /** As they are written. */
  readonly written: readonly string[]
  /** As their symbolic links resolve. */
  readonly real: readonly string[]
}

/**
 * Reads files below some folders. Symbolic links are followed first, so that none leads elsewhere; whether there is a
 * file elsewhere is not told.
 */
export class ReadableFolders {
  readonly #what: string
  readonly #folders: Promise<Folders>

  constructor ({ document, folders, what }: FolderPaths) {
    this.#what = what
    this.#folders = resolveAll(folders, document)
  }

  async read (path: string): Promise<FileBytes> {
    const { real, written } = await this.#folders
    if (!isBelowAny([...written, ...real], path)) return this.#refuse()
    try {
      const target = await realpath(path)
      if (!isBelowAny(real, target)) return this.#refuse()
      return { kind: 'read', bytes: await readFile(target), file: shownPath(path) }
    } catch (error) {
      return { kind: 'unread', why: `cannot be read: ${describeFailure(error)}` }
    }
  }

  #refuse (): FileBytes {
    return { kind: 'unread', why: `is outside of ${this.#what}: allow its folder with --allow-path` }
  }
}

async function resolveAll (folders: readonly string[], document: string | undefined): Promise<Folders> {
  const own = document === undefined ? [] : [dirname(document)]
  const written = [...own, ...folders].map(folder => resolve(folder))
  const real = await Promise.all(written.map(realPath))
  const target = document === undefined ? undefined : await realPath(document)
  if (target !== undefined) real.push(dirname(target))
  return { written, real: real.filter(path => path !== undefined) }
}

async function realPath (path: string): Promise<string | undefined> {
  try {
    return await realpath(path)
  } catch {
    return undefined
  }
}

/** Returns whether a path leads into one of some folders, by its text alone. */
function isBelowAny (folders: readonly string[], path: string): boolean {
  return folders.some(folder => {
    const way = relative(folder, path)
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  })
}
