import { X509Certificate } from 'node:crypto'
import type { ConnectionOptions, PeerCertificate } from 'node:tls'

/** The certificate of a server, and that of its authority where the stand-in has made both. */
export interface OwnCertificate {
  readonly cert: string
  readonly authority?: string
}

/**
 * Returns the options by which a replica trusts others that speak TLS: they have the same certificate, or one of the
 * same authority where it was made. It need not be for the address of a replica.
 */
export function replicaTrust (certificate: OwnCertificate | undefined): ConnectionOptions {
  if (certificate === undefined) return {}
  const { authority, cert } = certificate
  if (authority !== undefined) return { ca: authority, checkServerIdentity: () => undefined }
  const own = new X509Certificate(cert).fingerprint256
  return {
    ca: cert,
    allowPartialTrustChain: true,
    checkServerIdentity: (_host: string, { fingerprint256 }: PeerCertificate) =>
      fingerprint256 === own ? undefined : new Error('it has another certificate than this server')
  }
}
