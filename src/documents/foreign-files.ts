import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { readText } from './draft.ts'
import type { FinishOptions, ReadText } from './draft.ts'
import { describeFailure, shownPath } from './shown-path.ts'

/** A file that a document refers to, or why it cannot be read. */
export type ForeignFile =
  | { readonly kind: 'read', readonly source: ReadText }
  | { readonly kind: 'unread', readonly why: string }

const TIMEOUT_MS = 10_000

/** The files that a document is spread over; each is read once. */
export class ForeignFiles {
  readonly #files = new Map<string, Promise<ForeignFile>>()
  readonly #options: FinishOptions

  constructor (options: FinishOptions) {
    this.#options = options
  }

  /** The path or URL that a reference leads to from the file in which it stands. */
  static addressOf (reference: string, base: string): string {
    if (isRemote(reference)) return reference
    if (isRemote(base)) return new URL(reference, base).href
    return resolve(dirname(base), decode(reference))
  }

  /** Reads a file. Rejects with `InvalidDocument` where it is neither YAML nor JSON. */
  read (address: string): Promise<ForeignFile> {
    const file = this.#files.get(address) ?? (isRemote(address) ? this.#fetch(address) : this.#readFile(address))
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
    if (this.#options.allowRemoteRefs !== true) return { kind: 'unread', why: 'what is on other hosts is only read with --allow-remote-refs' }
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
      if (!answer.ok) return { kind: 'unread', why: `${url} answers ${answer.status}` }
      return read(await answer.text(), url)
    } catch (error) {
      if (error instanceof Error && 'problems' in error) throw error
      return { kind: 'unread', why: `${url} cannot be fetched: ${error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)}` }
    }
  }
}

function read (text: string, file: string): ForeignFile {
  return { kind: 'read', source: readText(text, file) }
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
