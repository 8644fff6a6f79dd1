import { createHash, randomUUID } from 'node:crypto'
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseKeyPair } from './key-pair.ts'
import type { KeyPair } from './key-pair.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Returns the folder in the user's cache that keeps certificates (XDG Base Directory Specification). */
export function certificateFolder ({ LOCALAPPDATA, XDG_CACHE_HOME }: Environment = process.env): string {
  // The specification has relative paths ignored.
  const given = [XDG_CACHE_HOME, LOCALAPPDATA].find(path => path !== undefined && /^(?:\/|[a-z]:[\\/])/i.test(path))
  return join(given ?? join(homedir(), '.cache'), 'standin', 'tls')
}

/** Keeps an authority and the certificates that it has signed, in files that only the user can read. */
export class CertificateStore {
  readonly #folder: string

  constructor (folder: string) {
    this.#folder = folder
  }

  /** The file of the authority's certificate, without its key, for clients that are to trust it. */
  get authorityFile (): string {
    return join(this.#folder, 'ca.pem')
  }

  /** Returns the authority; `undefined` where there is none that can be used. */
  async readAuthority (): Promise<KeyPair | undefined> {
    return await this.#read('authority.pem')
  }

  /** Returns the certificate for some names; `undefined` where there is none that can be used. */
  async readServer (names: readonly string[]): Promise<KeyPair | undefined> {
    return await this.#read(serverFile(names))
  }

  /**
   * Writes an authority, unless another process has written one since `before` was read. Returns the one that is kept.
   * Rejects where the folder cannot be written.
   */
  async writeAuthority (authority: KeyPair, before: KeyPair | undefined): Promise<KeyPair> {
    const own = await this.#writeBeside('authority.pem', authority.cert + authority.key)
    const file = join(this.#folder, 'authority.pem')
    if (before !== undefined || await this.#read('authority.pem') === undefined) await rm(file, { force: true })
    // A link, unlike a renaming, does not replace what another process has put there.
    await link(own, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await rm(own)
    const kept = await this.readAuthority() ?? authority
    await this.#replace('ca.pem', kept.cert)
    return kept
  }

  /** Writes the certificate for some names. Rejects where the folder cannot be written. */
  async writeServer (names: readonly string[], certificate: KeyPair): Promise<void> {
    await this.#replace(serverFile(names), certificate.cert + certificate.key)
  }

  async #read (name: string): Promise<KeyPair | undefined> {
    const text = await readFile(join(this.#folder, name), 'utf8').catch(() => '')
    return parseKeyPair(text)
  }

  async #replace (name: string, text: string): Promise<void> {
    await rename(await this.#writeBeside(name, text), join(this.#folder, name))
  }

  /** Writes a file of its own, which another process cannot read half written. Returns its path. */
  async #writeBeside (name: string, text: string): Promise<string> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    await chmod(this.#folder, 0o700)
    const path = join(this.#folder, `${name}.${randomUUID()}`)
    await writeFile(path, text, { mode: 0o600 })
    return path
  }
}

function serverFile (names: readonly string[]): string {
  const hash = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16)
  return `server-${hash}.pem`
}
