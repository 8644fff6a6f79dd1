const NAMES = new Set([
  'authorization', 'proxyauthorization', 'cookie', 'setcookie', 'auth', 'xauth', 'authkey', 'xaccess', 'jwt', 'dpop',
  'sid', 'session', 'sessionid', 'phpsessid', 'jsessionid', 'connectsid', 'csrf', 'xsrf', 'pwd', 'passwd', 'pass',
  'passphrase', 'passcode', 'pin', 'otp', 'totp', 'credential', 'credentials', 'assertion', 'clientassertion',
  'samlresponse', 'signature', 'sig', 'apikeyid', 'accesskeyid', 'codeverifier', 'bearer', 'ocpapimsubscriptionkey'
])

const ENDINGS = new RegExp([
  'tokens?', 'passwords?', 'passwd', 'passphrase', 'secrets?', 'apikeys?', 'secretkey', 'privatekey', 'accesskey',
  'subscriptionkey', 'sharedkey', 'signingkey', 'encryptionkey', 'credentials?', 'jwt', 'sessionid', 'authorization'
].map(ending => `${ending}$`).join('|'))

/**
 * Returns whether a member, header or parameter of this name holds a credential, which is masked:
 * `AccessToken`, `x-api-key`.
 */
export function isCredentialName (name: string): boolean {
  const word = name.toLowerCase().replace(/[-_.\s]/g, '')
  return NAMES.has(word) || ENDINGS.test(word)
}
