import { readFile } from 'node:fs/promises'
import { describeFailure, shownPath } from '../documents/shown-path.ts'
import { InvalidCertificate } from '../errors.ts'
import { CertificateStore, certificateFolder } from './certificate-store.ts'

/**
 * Loads the certificate of an authority from a file, as PEM; without one, of the authority that a stand-in of this user
 * has made, or `undefined` where none has. Rejects with `InvalidCertificate` where the file cannot be read.
 */
export async function loadAuthority (file?: string): Promise<string | undefined> {
  const path = file ?? new CertificateStore(certificateFolder()).authorityFile
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (file === undefined) return undefined
    throw new InvalidCertificate(`${shownPath(file)} cannot be read: ${describeFailure(error)}`)
  }
}
