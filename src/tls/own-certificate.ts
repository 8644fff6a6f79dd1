import type { CertificateStore } from './certificate-store.ts'
import { isSignedBy, validUntil } from './key-pair.ts'
import type { KeyPair } from './key-pair.ts'

const DAY_MS = 86_400_000

/** A certificate is renewed so long before it expires. */
const RENEWED_BEFORE_MS = 30 * DAY_MS

/** An authority is renewed so early that no certificate that it signs outlives it. */
const AUTHORITY_RENEWED_BEFORE_MS = 400 * DAY_MS

/** A certificate for a server, and the authority that clients are to trust. */
export interface OwnCertificate extends KeyPair {
  /** The certificate of the authority, as PEM. */
  readonly authority: string
  /** The file of the authority's certificate; `undefined` where it could not be written. */
  readonly file: string | undefined
}

/**
 * Returns the certificate for some names that is kept, or makes one. The library that makes certificates is loaded only
 * then. Where the files cannot be written, the certificate is for this run alone.
 */
export async function ownCertificate (
  store: CertificateStore,
  names: readonly string[],
  now: number
): Promise<OwnCertificate> {
  const known = await store.readAuthority()
  const isKept = known !== undefined && validUntil(known) - now > AUTHORITY_RENEWED_BEFORE_MS
  const authority = isKept ? known : await makeAuthority(store, known, now)
  const file = isSame(await store.readAuthority(), authority) ? store.authorityFile : undefined
  const server = await store.readServer(names)
  const isUsable = server !== undefined &&
    isSignedBy(server, authority) &&
    validUntil(server) - now > RENEWED_BEFORE_MS
  const { cert, key } = isUsable ? server : await makeServer(store, { authority, names, now })
  return { cert, key, authority: authority.cert, file }
}

async function makeAuthority (store: CertificateStore, before: KeyPair | undefined, now: number): Promise<KeyPair> {
  const make = await import('./make-server-certificate.ts')
  const made = await make.makeAuthority(now)
  return await store.writeAuthority(made, before).catch(() => made)
}

interface Requested {
  readonly authority: KeyPair
  readonly names: readonly string[]
  readonly now: number
}

async function makeServer (store: CertificateStore, { authority, names, now }: Requested): Promise<KeyPair> {
  const make = await import('./make-server-certificate.ts')
  const made = await make.makeServerCertificate(authority, names, now)
  await store.writeServer(names, made).catch(() => {})
  return made
}

function isSame (kept: KeyPair | undefined, authority: KeyPair): boolean {
  return kept?.cert === authority.cert
}
