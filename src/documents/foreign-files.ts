import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeComponent } from './decode-component.ts'
import { readText } from './draft.ts'
import type { FinishOptions, ReadText } from './draft.ts'
import { formatProblem, problemsOf } from './problem.ts'
import { ReadableFolders } from './readable-folders.ts'
import type { FileBytes } from './readable-folders.ts'
import { describeFailure, isUrl, shownPath } from './shown-path.ts'

/** A file that a document refers to, or the reason why it cannot be read. */
export type ForeignFile =
  | { readonly kind: 'read', readonly source: ReadText }
  | { readonly kind: 'unread', readonly why: string }

/** The most files that one document reads, those of them that are fetched, and their size together in bytes. */
const MAX_FILES = 10_000
const MAX_FETCHED = 100
const MAX_BYTES = 256 * 2 ** 20

/** Reads the files that a document refers to, each once. */
export class ForeignFiles {
  readonly #files = new Map<string, Promise<ForeignFile>>()
  readonly #bytes = new Map<string, Promise<FileBytes>>()
  readonly #options: FinishOptions
  readonly #folders: ReadableFolders
  #fetched = 0
  #size = 0

  /** Creates the files of a document, by its path. */
  constructor (document: string, options: FinishOptions) {
    this.#options = options
    this.#folders = new ReadableFolders({
      // A document that was fetched has no folder.
      ...!isUrl(document) && { document },
      folders: options.allowPaths ?? [],
      what: 'the folder of the document'
    })
  }

  /** Returns the path or URL of a reference in a file. */
  static addressOf (reference: string, base: string): string {
    if (isUrl(reference)) return reference
    if (isUrl(base)) return URL.parse(reference, base)?.href ?? reference
    if (/^file:/i.test(reference)) return pathOfUrl(reference) ?? reference
    return resolve(dirname(base), decodeComponent(reference))
  }

  /** Reads a file or URL. Rejects with `InvalidDocument` where it is neither YAML nor JSON. */
  read (address: string): Promise<ForeignFile> {
    const known = this.#files.get(address)
    if (known !== undefined) return known
    const file = this.#parse(address)
    this.#files.set(address, file)
    return file
  }

  /** Reads a file or URL that need be neither YAML nor JSON. */
  async tryRead (address: string): Promise<ForeignFile> {
    try {
      return await this.read(address)
    } catch (error) {
      const [problem] = problemsOf(error)
      return { kind: 'unread', why: problem === undefined ? 'it cannot be read' : formatProblem(problem) }
    }
  }

  /** Reads the bytes of a file or URL. */
  readBytes (address: string): Promise<FileBytes> {
    const known = this.#bytes.get(address)
    if (known !== undefined) return known
    const bytes = this.#read(address)
    this.#bytes.set(address, bytes)
    return bytes
  }

  async #read (address: string): Promise<FileBytes> {
    if (this.#bytes.size >= MAX_FILES) return unread(`the document refers to more than ${MAX_FILES} files`)
    const file = isUrl(address) ? await this.#fetch(address) : await this.#readFile(address)
    if (file.kind === 'unread') return file
    this.#size += file.bytes.length
    if (this.#size <= MAX_BYTES) return file
    return unread(`the files that the document refers to are larger than ${MAX_BYTES / 2 ** 20} MiB together`)
  }

  async #parse (address: string): Promise<ForeignFile> {
    const content = await this.readBytes(address)
    if (content.kind === 'unread') return content
    return { kind: 'read', source: readText(content.bytes.toString('utf8'), content.file) }
  }

  async #readFile (path: string): Promise<FileBytes> {
    if (OTHER_SCHEME.test(path)) return unread(`${path} is neither a path nor an http(s) URL`)
    this.#options.onRead?.(path)
    const file = await this.#folders.read(path)
    return file.kind === 'read' ? file : unread(`${shownPath(path)} ${file.why}`)
  }

  async #fetch (url: string): Promise<FileBytes> {
    if (this.#options.allowRemoteRefs !== true) return unread('URLs are fetched only with --allow-remote-refs')
    if (++this.#fetched > MAX_FETCHED) return unread(`the document refers to more than ${MAX_FETCHED} URLs`)
    const { fetchFile } = await import('./fetch-file.ts')
    try {
      return { kind: 'read', bytes: await fetchFile(url), file: url }
    } catch (error) {
      return unread(`${url} cannot be fetched: ${describeFailure(error)}`)
    }
  }
}

/** Matches URLs, but no drives of Windows. */
const OTHER_SCHEME = /^[a-z][a-z\d+.-]+:/i

function unread (why: string): FileBytes {
  return { kind: 'unread', why }
}

function pathOfUrl (url: string): string | undefined {
  try {
    return fileURLToPath(url)
  } catch {
    return undefined
  }
}
