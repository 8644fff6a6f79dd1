import { X509Certificate } from 'node:crypto'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { CertificateStore, certificateFolder } from '../../src/tls/certificate-store.ts'
import { ownCertificate } from '../../src/tls/own-certificate.ts'
import type { OwnCertificate } from '../../src/tls/own-certificate.ts'

const NOW = Date.parse('2026-03-01T12:00:00Z')
const DAY_MS = 86_400_000
const NAMES = ['localhost', '127.0.0.1', '::1', 'mocks.example']

function storeOf (t: Test) {
  const folder = join(t.testdir({}), 'standin', 'tls')
  return { folder, store: new CertificateStore(folder) }
}

function isTrusted ({ authority, cert }: OwnCertificate): boolean {
  return new X509Certificate(cert).verify(new X509Certificate(authority).publicKey)
}

t.test('a certificate is for its names and addresses, and signed by the authority', async t => {
  const { store } = storeOf(t)
  const { authority, cert, key } = await ownCertificate(store, NAMES, NOW)
  const server = new X509Certificate(cert)
  const issuer = new X509Certificate(authority)

  for (const name of ['localhost', 'mocks.example']) t.equal(server.checkHost(name), name)
  for (const address of ['127.0.0.1', '::1']) t.equal(server.checkIP(address), address)
  t.equal(server.checkHost('other.example'), undefined)
  t.equal(server.ca, false)
  t.equal(issuer.ca, true)
  t.ok(server.checkIssued(issuer))
  t.ok(server.verify(issuer.publicKey))
  t.match(key, /BEGIN PRIVATE KEY/)
})

t.test('it is kept in files that only the user can read', async t => {
  const { folder, store } = storeOf(t)
  const { authority, cert, file } = await ownCertificate(store, NAMES, NOW)

  t.equal(file, join(folder, 'ca.pem'))
  t.equal(readFileSync(join(folder, 'ca.pem'), 'utf8'), authority)
  t.equal(statSync(folder).mode & 0o777, 0o700)
  t.equal(readdirSync(folder).length, 3)
  for (const name of readdirSync(folder)) t.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name)
  const again = await ownCertificate(store, NAMES, NOW + 300 * DAY_MS)
  t.equal(again.cert, cert)
})

t.test('it is renewed before it expires, by the same authority', async t => {
  const { store } = storeOf(t)
  const first = await ownCertificate(store, NAMES, NOW)
  const renewed = await ownCertificate(store, NAMES, NOW + 370 * DAY_MS)

  t.not(renewed.cert, first.cert)
  t.equal(renewed.authority, first.authority)
})

t.test('an authority that would expire before a certificate is renewed too', async t => {
  const { store } = storeOf(t)
  const first = await ownCertificate(store, NAMES, NOW)
  const now = NOW + 3300 * DAY_MS
  const renewed = await ownCertificate(store, NAMES, now)

  t.not(renewed.authority, first.authority)
  t.ok(isTrusted(renewed))
  t.equal(readFileSync(store.authorityFile, 'utf8'), renewed.authority)
  t.same(await ownCertificate(store, NAMES, now), renewed)
})

t.test('other names have another certificate, by the same authority', async t => {
  const { store } = storeOf(t)
  const first = await ownCertificate(store, NAMES, NOW)
  const other = await ownCertificate(store, ['localhost'], NOW)

  t.not(other.cert, first.cert)
  t.equal(other.authority, first.authority)
  t.equal((await ownCertificate(store, NAMES, NOW)).cert, first.cert)
})

t.test('files that cannot be used are replaced', async t => {
  const { folder, store } = storeOf(t)
  const first = await ownCertificate(store, NAMES, NOW)
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'not PEM')
  const second = await ownCertificate(store, NAMES, NOW)

  t.not(second.authority, first.authority)
  t.ok(isTrusted(second))
  t.same(await ownCertificate(store, NAMES, NOW), second)
})

t.test('servers that start at once share an authority', async t => {
  const { store } = storeOf(t)
  const made = await Promise.all([1, 2, 3, 4].map(number => ownCertificate(store, [`s${number}.example`], NOW)))

  t.equal(new Set(made.map(({ authority }) => authority)).size, 1)
  t.ok(made.every(isTrusted))
})

t.test('where the folder cannot be written, the certificate is for one run', async t => {
  const file = join(t.testdir({ taken: 'a file' }), 'taken')
  const made = await ownCertificate(new CertificateStore(file), NAMES, NOW)

  t.equal(made.file, undefined)
  t.ok(isTrusted(made))
})

t.test('the folder is that of the user, as systems have it', async t => {
  t.equal(certificateFolder({ XDG_CACHE_HOME: '/var/cache/me' }), join('/var/cache/me', 'standin', 'tls'))
  t.match(certificateFolder({ XDG_CACHE_HOME: 'relative' }), /\.cache.standin.tls$/)
  t.match(certificateFolder({}), /\.cache.standin.tls$/)
})
