import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { readText } from './draft.ts'
import type { FinishOptions, ReadText } from './draft.ts'
import { describeFailure, shownPath } from './shown-path.ts'

/** A file that a document refers to, or the reason why it cannot be read. */
export type ForeignFile =
  | { readonly kind: 'read', readonly source: ReadText }
  | { readonly kind: 'unread', readonly why: string }

const TIMEOUT_MS = 10_000

/** Reads the files that a document refers to, each once. */
export class ForeignFiles {
  readonly #files = new Map<string, Promise<ForeignFile>>()
  readonly #options: FinishOptions

  constructor (options: FinishOptions) {
    this.#options = options
  }

  /** Returns the path or URL of a reference in a file. */
  static addressOf (reference: string, base: string): string {
    if (isRemote(reference)) return reference
    if (isRemote(base)) return new URL(reference, base).href
    return resolve(dirname(base), decode(reference))
  }

  /** Reads a file or URL. Rejects with `InvalidDocument` where it is neither YAML nor JSON. */
  read (address: string): Promise<ForeignFile> {
    const known = this.#files.get(address)
    if (known !== undefined) return known
    const file = isRemote(address) ? this.#fetch(address) : this.#readFile(address)
    this.#files.set(address, file)
    return file
  }

  async #readFile (path: string): Promise<ForeignFile> {
    this.#options.onRead?.(path)
    try {
      return read(await readFile(path, 'utf8'), shownPath(path))
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
      return { kind: 'unread', why: `${shownPath(path)} cannot be read: ${describeFailure(error)}` }
    }
  }

  async #fetch (url: string): Promise<ForeignFile> {
    if (this.#options.allowRemoteRefs !== true) {
      return { kind: 'unread', why: 'URLs are fetched only with --allow-remote-refs' }
    }
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
      if (!response.ok) return { kind: 'unread', why: `${url} responds with ${response.status}` }
      return read(await response.text(), url)
    } catch (error) {
      if (error instanceof Error && 'problems' in error) throw error
      return { kind: 'unread', why: `${url} cannot be fetched: ${describeCause(error)}` }
    }
  }
}

function read (text: string, file: string): ForeignFile {
  return { kind: 'read', source: readText(text, file) }
}

/** Returns the cause of a failed `fetch`, whose own message is only "fetch failed". */
function describeCause (error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
}

function isRemote (address: string): boolean {
  return /^https?:/i.test(address)
}

function decode (text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
