import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describeFailure, shownPath } from '../documents/shown-path.ts'
import { InvalidCertificate } from '../errors.ts'

const BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** Reads the certificates of authorities from a file. Throws `InvalidCertificate` for a file without any, as PEM. */
export function readAuthorities (file: string): string {
  const text = readText(file)
  const blocks = text.match(BLOCK) ?? []
  if (blocks.length === 0 || !blocks.every(isCertificate)) {
    throw new InvalidCertificate(`${shownPath(file)} has no certificates as PEM: -----BEGIN CERTIFICATE-----`)
  }
  return text
}

function readText (file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new InvalidCertificate(`${shownPath(file)} cannot be read: ${describeFailure(error)}`)
  }
}

function isCertificate (pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== null
  } catch {
    return false
  }
}
