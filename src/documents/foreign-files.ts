import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { readText } from './draft.ts'
import type { FinishOptions, ReadText } from './draft.ts'
import { formatProblem, problemsOf } from './problem.ts'
import { describeFailure, isUrl, shownPath } from './shown-path.ts'

/** A file that a document refers to, or the reason why it cannot be read. */
export type ForeignFile =
  | { readonly kind: 'read', readonly source: ReadText }
  | { readonly kind: 'unread', readonly why: string }

/** A file as bytes, or the reason why it cannot be read. */
export type ForeignBytes =
  | { readonly kind: 'read', readonly bytes: Buffer, readonly file: string }
  | { readonly kind: 'unread', readonly why: string }

const TIMEOUT_MS = 10_000

/** Reads the files that a document refers to, each once. */
export class ForeignFiles {
  readonly #files = new Map<string, Promise<ForeignFile>>()
  readonly #bytes = new Map<string, Promise<ForeignBytes>>()
  readonly #options: FinishOptions

  constructor (options: FinishOptions) {
    this.#options = options
  }

  /** Returns the path or URL of a reference in a file. */
  static addressOf (reference: string, base: string): string {
    if (isUrl(reference)) return reference
    if (isUrl(base)) return new URL(reference, base).href
    return resolve(dirname(base), decode(reference))
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
  readBytes (address: string): Promise<ForeignBytes> {
    const known = this.#bytes.get(address)
    if (known !== undefined) return known
    const bytes = isUrl(address) ? this.#fetch(address) : this.#readFile(address)
    this.#bytes.set(address, bytes)
    return bytes
  }

  async #parse (address: string): Promise<ForeignFile> {
    const content = await this.readBytes(address)
    if (content.kind === 'unread') return content
    return { kind: 'read', source: readText(content.bytes.toString('utf8'), content.file) }
  }

  async #readFile (path: string): Promise<ForeignBytes> {
    this.#options.onRead?.(path)
    try {
      return { kind: 'read', bytes: await readFile(path), file: shownPath(path) }
    } catch (error) {
      return { kind: 'unread', why: `${shownPath(path)} cannot be read: ${describeFailure(error)}` }
    }
  }

  async #fetch (url: string): Promise<ForeignBytes> {
    if (this.#options.allowRemoteRefs !== true) {
      return { kind: 'unread', why: 'URLs are fetched only with --allow-remote-refs' }
    }
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
      if (!response.ok) return { kind: 'unread', why: `${url} responds with ${response.status}` }
      return { kind: 'read', bytes: Buffer.from(await response.arrayBuffer()), file: url }
    } catch (error) {
      return { kind: 'unread', why: `${url} cannot be fetched: ${describeCause(error)}` }
    }
  }
}

/** Returns the cause of a failed `fetch`, whose own message is only "fetch failed". */
function describeCause (error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
}

function decode (text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
