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
    'api_key'
  ]) { t.ok(isCredentialName(name), name) }
})

t.test('other names are not', async t => {
  for (const name of ['Tokens', 'tokenType', 'id', 'keys', 'secretary', 'x-request-id']) {
    t.notOk(isCredentialName(name), name)
  }
})
