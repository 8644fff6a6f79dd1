import t from 'tap'
import { isCredentialName } from '../../src/schemas/is-credential-name.ts'

t.test('names of credentials are known, however they are written', async t => {
  for (const name of [
    'Authorization',
    'proxy-authorization',
    'Cookie',
    'set-cookie',
    'X-API-Key',
    'AccessToken',
    'access_token',
    'ClientToken',
    'password',
    'client_secret',
    'apiKey',
    'api_key',
    'tokens', 'passwd', 'pwd', 'passphrase', 'passcode', 'pin', 'otp', 'secretKey', 'private_key', 'privateKey',
    'accessKey', 'aws_secret_access_key', 'apiKeyId', 'credential', 'credentials', 'auth', 'session', 'sessionId',
    'sid', 'jwt', 'DPoP', 'assertion', 'signature', 'X-Access', 'Ocp-Apim-Subscription-Key', 'client_assertion',
    'X-Auth-Token', 'PHPSESSID', 'JSESSIONID', 'connect.sid', 'db.password', 'clientSecrets'
  ]) { t.ok(isCredentialName(name), name) }
})

t.test('other names are not', async t => {
  for (const name of [
    'tokenType', 'id', 'key', 'keys', 'secretary', 'x-request-id', 'author', 'authority', 'opinion', 'spin', 'compass',
    'passenger', 'bypass', 'inside', 'sessions', 'design', 'assertions', 'signatureDate', 'username', 'publicKey'
  ]) {
    t.notOk(isCredentialName(name), name)
  }
})
