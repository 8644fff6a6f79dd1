import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import { describeFailure, shownPath } from '../documents/shown-path.ts'
import { InvalidCertificate } from '../errors.ts'
import { systemTime } from '../worlds/clock.ts'
import { CertificateStore, certificateFolder } from './certificate-store.ts'
import type { KeyPair } from './key-pair.ts'
import { ownCertificate } from './own-certificate.ts'

/** The certificate of a server. */
export interface Certificate extends KeyPair {
  /** The certificate of its authority, as PEM, where the stand-in has made both. */
  readonly authority?: string
  /** The file of the authority's certificate, where it could be written. */
  readonly file?: string | undefined
}

export interface CertificateOptions {
  /** The file of a certificate, with those that lead to its authority, as PEM; without one, it is made. */
  readonly cert?: string | undefined
  /** The file of its private key, as PEM. */
  readonly key?: string | undefined
  /** The names and addresses for which a certificate is made, beside those of this machine. */
  readonly tlsNames: readonly string[]
  readonly publicUrl?: string | undefined
}

/** Loads the certificate that is given, or makes one. Rejects with `InvalidCertificate`. */
export async function loadCertificate (options: CertificateOptions, now = systemTime()): Promise<Certificate> {
  const { cert, key } = options
  if (cert !== undefined && key !== undefined) return await readCertificate(cert, key)
  return await ownCertificate(new CertificateStore(certificateFolder()), listNames(options), now)
}

async function readCertificate (certFile: string, keyFile: string): Promise<Certificate> {
  const [cert, key] = await Promise.all([readPem(certFile), readPem(keyFile)])
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    const files = `${shownPath(certFile)} and ${shownPath(keyFile)}`
    const reason = error instanceof Error ? error.message : String(error)
    throw new InvalidCertificate(`${files} are no certificate and its private key as PEM: ${reason}`)
  }
  return { cert, key }
}

async function readPem (file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new InvalidCertificate(`${shownPath(file)} cannot be read: ${describeFailure(error)}`)
  }
}

/** Lists the names and addresses of this machine, and those by which clients reach it. */
function listNames ({ publicUrl, tlsNames }: CertificateOptions): string[] {
  const names = ['localhost', '127.0.0.1', '::1', ...tlsNames]
  if (publicUrl !== undefined) names.push(new URL(publicUrl).hostname.replace(/^\[|\]$/g, ''))
  return [...new Set(names.map(name => withoutZone(name).toLowerCase()))].filter(name => !isWildcardAddress(name))
}

/** Returns an address without the interface that it may name: `fe80::1%eth0`. */
function withoutZone (name: string): string {
  return name.replace(/%.*/, '')
}

/** Returns whether a name is the address that stands for all of a machine's addresses. */
function isWildcardAddress (name: string): boolean {
  return isIP(name) !== 0 && /^[0:.]+$/.test(name)
}
