import t from 'tap'
import type { Test } from 'tap'
import type { Operation, SecurityScheme } from '../../src/contract/contract.ts'
import { Credentials } from '../../src/verify/credentials.ts'
import { Redactor } from '../../src/verify/redactor.ts'
import { FakeTime } from './fake-time.ts'
import { startService } from './start-service.ts'

const MESSAGE = { method: 'GET', url: new URL('https://staging.example/x?a=1'), headers: {}, body: undefined }

/** Returns an operation that requires one scheme. */
function requiring (definition: SecurityScheme['definition'], scopes: string[] = []): Operation {
  // A cast: only the security of the operation is read.
  return { security: [[{ name: 'myLogin', definition, scopes }]] } as unknown as Operation
}

interface Given {
  readonly env?: Readonly<Record<string, string>>
  readonly target?: string
  readonly time?: FakeTime
  readonly redactor?: Redactor
}

function credentialsWith (given: Given): Credentials {
  const { env = {}, redactor = new Redactor(), target = MESSAGE.url.href, time } = given
  return new Credentials({
    headers: {},
    env,
    redactor,
    target: new URL(target),
    allowedHosts: [],
    timeoutMs: 5_000,
    timing: time ?? new FakeTime(),
    isDry: false
  })
}

const env = { STANDIN_AUTH_MY_LOGIN: 'user:secret' }

t.test('a credential goes to the place of its scheme', async t => {
  const add = async (definition: SecurityScheme['definition']) =>
    await credentialsWith({ env }).addTo(MESSAGE, requiring(definition))

  t.match(await add({ type: 'apiKey', in: 'header', name: 'X-Key' }), { headers: { 'x-key': 'user:secret' } })
  t.match(await add({ type: 'apiKey', in: 'cookie', name: 'sid' }), { headers: { cookie: 'sid=user:secret' } })
  t.match(await add({ type: 'http', scheme: 'bearer' }), { headers: { authorization: 'Bearer user:secret' } })
  t.match(await add({ type: 'http', scheme: 'Basic' }), { headers: { authorization: 'Basic dXNlcjpzZWNyZXQ=' } })
  const { url } = await add({ type: 'apiKey', in: 'query', name: 'key' })
  t.equal(url.href, 'https://staging.example/x?a=1&key=user%3Asecret')
})

t.test('a request without a known credential goes as it is, and one with its own keeps it', async t => {
  const bearer = requiring({ type: 'http', scheme: 'bearer' })
  t.same((await credentialsWith({}).addTo(MESSAGE, bearer)).headers, {})
  const own = { ...MESSAGE, headers: { authorization: 'Bearer own' } }
  t.equal((await credentialsWith({ env }).addTo(own, bearer)).headers.authorization, 'Bearer own')
})

const CLIENT = { STANDIN_AUTH_MY_LOGIN_ID: 'client', STANDIN_AUTH_MY_LOGIN_SECRET: 'client-secret' }

function oauth (tokenUrl: string): Operation {
  return requiring({ type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes: {} } } }, ['read', 'write'])
}

async function startLogin (t: Test) {
  return await startService(t, ({ headers }) => {
    const isKnown = headers.authorization === `Basic ${btoa('client:client-secret')}`
    return isKnown ? { status: 200, body: { access_token: 'issued-token', expires_in: 60 } } : { status: 401 }
  })
}

t.test('an access token is fetched once, kept out of reports, and fetched again before it ends', async t => {
  const { calls, url } = await startLogin(t)
  const time = new FakeTime()
  const redactor = new Redactor()
  const credentials = credentialsWith({ env: CLIENT, target: url, time, redactor })
  const operation = oauth(`${url}/token`)

  for (let count = 0; count < 3; count++) {
    const { headers } = await credentials.addTo(MESSAGE, operation)
    t.equal(headers.authorization, 'Bearer issued-token')
  }
  t.equal(calls.length, 1)
  t.equal(calls[0]?.text, 'grant_type=client_credentials&scope=read+write')
  t.equal(redactor.text('issued-token and client-secret'), '*** and ***')

  await time.wait(56_000)
  await credentials.addTo(MESSAGE, operation)
  t.equal(calls.length, 2)
})

t.test('no token is fetched from a host that is not allowed, nor without a secret', async t => {
  const { calls, url } = await startLogin(t)

  await t.rejects(credentialsWith({ env: CLIENT }).addTo(MESSAGE, oauth(`${url}/token`)), /allow it with --allow-host/)
  const withoutSecret = credentialsWith({ env: { STANDIN_AUTH_MY_LOGIN_ID: 'client' }, target: url })
  await t.rejects(withoutSecret.addTo(MESSAGE, oauth(`${url}/token`)), /STANDIN_AUTH_MY_LOGIN_SECRET is not set/)
  t.equal(calls.length, 0)
})
