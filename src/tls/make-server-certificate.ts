// The library of certificates needs it, and expects it to be loaded before.
import 'reflect-metadata'
import { createPrivateKey, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator
} from '@peculiar/x509'
import type { Extension, JsonGeneralName } from '@peculiar/x509'
import { formatInstant, toDate } from '../worlds/clock.ts'
import type { KeyPair } from './key-pair.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

const DAY_MS = 86_400_000

/** Clocks of clients may be behind. */
const BACKDATED_MS = DAY_MS

const AUTHORITY_DAYS = 3650

/** Apple's clients reject certificates that are valid for more than 398 days. */
const SERVER_DAYS = 397

/** Makes a certificate authority, valid from an instant in milliseconds since 1970. */
export async function makeAuthority (now: number): Promise<KeyPair> {
  const keys = await makeKeys()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    // The day distinguishes it from those before it in lists of trusted authorities.
    name: [{ CN: [`standin local authority ${formatInstant(now).slice(0, 10)}`] }],
    ...validity(now, AUTHORITY_DAYS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto)
    ]
  }, webcrypto)
  return await toKeyPair(certificate, keys)
}

/** Makes the certificate of a server with some names and addresses, signed by an authority. */
export async function makeServerCertificate (
  authority: KeyPair,
  names: readonly string[],
  now: number
): Promise<KeyPair> {
  const keys = await makeKeys()
  const issuer = new X509Certificate(authority.cert)
  const [first = 'localhost'] = names
  const extensions: Extension[] = [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension(names.map(toGeneralName)),
    await AuthorityKeyIdentifierExtension.create(issuer, false, webcrypto),
    await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto)
  ]
  const certificate = await X509CertificateGenerator.create({
    subject: [{ CN: [first] }],
    issuer: issuer.subjectName,
    ...validity(now, SERVER_DAYS),
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.key),
    signingAlgorithm: ALGORITHM,
    extensions
  }, webcrypto)
  return await toKeyPair(certificate, keys)
}

async function makeKeys (): Promise<webcrypto.CryptoKeyPair> {
  return await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
}

async function importKey (pem: string): Promise<webcrypto.CryptoKey> {
  const bytes = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })
  return await webcrypto.subtle.importKey('pkcs8', bytes, ALGORITHM, false, ['sign'])
}

async function toKeyPair (certificate: X509Certificate, { privateKey }: webcrypto.CryptoKeyPair): Promise<KeyPair> {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', privateKey)
  const key = createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8' })
  return { cert: `${certificate.toString('pem')}\n`, key: String(key.export({ type: 'pkcs8', format: 'pem' })) }
}

function toGeneralName (name: string): JsonGeneralName {
  return { type: isIP(name) === 0 ? 'dns' : 'ip', value: name }
}

function validity (now: number, days: number): { notBefore: Date, notAfter: Date } {
  return { notBefore: toDate(now - BACKDATED_MS), notAfter: toDate(now - BACKDATED_MS + days * DAY_MS) }
}
