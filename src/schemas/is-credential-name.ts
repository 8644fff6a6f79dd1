const NAMES = new Set(['authorization', 'proxyauthorization', 'cookie', 'setcookie', 'xapikey'])
const ENDINGS = /(?:token|password|secret|apikey)$/

/**
 * Returns whether a member, header or parameter of this name holds a credential, which is masked:
 * `AccessToken`, `x-api-key`.
 */
export function isCredentialName (name: string): boolean {
  const word = name.toLowerCase().replace(/[-_]/g, '')
  return NAMES.has(word) || ENDINGS.test(word)
}
