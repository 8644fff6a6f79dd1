import { X509Certificate, createPrivateKey } from 'node:crypto'
import { parseCertificateDate } from '../worlds/clock.ts'

/** A certificate with its private key, both as PEM. */
export interface KeyPair {
  readonly cert: string
  readonly key: string
}

/**
 * Parses a certificate and its key, one after the other. Returns `undefined` for another text, or a key of another
 * certificate.
 */
export function parseKeyPair (text: string): KeyPair | undefined {
  const cert = blockOf('CERTIFICATE', text)
  const key = blockOf('PRIVATE KEY', text)
  if (cert === undefined || key === undefined) return undefined
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)) ? { cert, key } : undefined
  } catch {
    return undefined
  }
}

function blockOf (label: string, text: string): string | undefined {
  return new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----\n`).exec(text)?.[0]
}

/** Returns until when a certificate is valid, in milliseconds since 1970. */
export function validUntil ({ cert }: Pick<KeyPair, 'cert'>): number {
  return parseCertificateDate(new X509Certificate(cert).validTo)
}

/** Returns whether a certificate was signed by an authority. */
export function isSignedBy ({ cert }: KeyPair, authority: KeyPair): boolean {
  return new X509Certificate(cert).verify(new X509Certificate(authority.cert).publicKey)
}
