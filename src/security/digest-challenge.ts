import { createHash } from 'node:crypto'
import { ownMember } from '../documents/own-member.ts'
import { REALM } from './realm.ts'

/** The hash functions of Digest (RFC 7616, section 6.1), by their names in upper case. */
const HASHES: Readonly<Record<string, string>> = { MD5: 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' }

/** The same in every challenge, so that a run repeats: no request is refused for having been sent before. */
const NONCE = Buffer.from('the nonce of the stand-in').toString('base64')

/** The challenge of Digest (RFC 7616, section 3.3). MD5 is the only algorithm that all clients know. */
export const DIGEST_CHALLENGE = `Digest ${REALM}, nonce="${NONCE}", qop="auth", algorithm=MD5`

/**
 * Returns whether the credentials of a request by Digest are those of a user, as `user:password` (RFC 7616, section
 * 3.4.1). The body is not part of them.
 */
export function isDigestOf (user: string, credentials: string, method: string): boolean {
  const separator = user.indexOf(':')
  const { algorithm = 'MD5', cnonce = '', nc = '', nonce = '', qop, realm = '', response, uri = '', username } =
    parametersIn(credentials)
  const isSession = /-sess$/i.test(algorithm)
  const hashName = ownMember(HASHES, algorithm.replace(/-sess$/i, '').toUpperCase())
  if (separator < 0 || hashName === undefined || username !== user.slice(0, separator)) return false
  const hash = (...parts: string[]) => createHash(hashName).update(parts.join(':')).digest('hex')
  const secret = hash(username, realm, user.slice(separator + 1))
  const key = isSession ? hash(secret, nonce, cnonce) : secret
  const action = hash(method, uri)
  const expected = qop === undefined ? hash(key, nonce, action) : hash(key, nonce, nc, cnonce, qop, action)
  return response?.toLowerCase() === expected
}

function parametersIn (credentials: string): Partial<Record<string, string>> {
  const found = credentials.matchAll(/([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)
  const parameters = [...found].map(([, name = '', text, token = '']) =>
    [name.toLowerCase(), text === undefined ? token : text.replace(/\\(.)/g, '$1')] as const)
  return Object.fromEntries(parameters)
}
