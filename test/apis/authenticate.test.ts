import { createHash } from 'node:crypto'
import t from 'tap'
import { startWith } from './start-with.ts'

const schemes = {
  key: { type: 'apiKey', in: 'query', name: 'key' },
  session: { type: 'apiKey', in: 'cookie', name: 'session' },
  login: { type: 'http', scheme: 'basic' },
  token: { type: 'oauth2', flows: {} }
}
const responses = { 204: { description: 'Done.' }, 401: { description: 'No.' } }
const PATHS = {
  '/open': { get: { operationId: 'open', security: [], responses } },
  '/key': { get: { operationId: 'key', responses } },
  '/optional': { get: { operationId: 'optional', security: [{}, { token: [] }], responses } },
  '/either': { get: { operationId: 'either', security: [{ key: [], session: [] }, { login: [] }], responses } }
}
const ROOT = { security: [{ key: [] }], components: { securitySchemes: schemes } }

t.test('credentials are asked for where the contract has them, in the form that it says', async t => {
  const { send } = await startWith(t, PATHS, { root: ROOT })
  const cases = [
    ['/open', {}, 204],
    ['/key', {}, 401],
    ['/key?key=', {}, 401],
    ['/key?key=abc', {}, 204],
    ['/optional', {}, 204],
    ['/either?key=abc', {}, 401],
    ['/either?key=abc', { cookie: 'session=xyz' }, 204],
    ['/either', { authorization: 'Basic dXNlcjpwYXNz' }, 204],
    ['/either', { authorization: 'Bearer dXNlcjpwYXNz' }, 401],
    ['/either', { authorization: 'Basic no-base64!' }, 401]
  ] as const

  for (const [url, headers, status] of cases) {
    t.equal(
      (await send('GET', url, undefined, headers)).statusCode,
      status,
      `${url} ${JSON.stringify(headers)}`
    )
  }
})

t.test('a world that lists credentials accepts no others, by scheme', async t => {
  const standin = await startWith(t, PATHS, { root: ROOT })
  const elsewhere = await standin.world('elsewhere')
  await standin.settings({ credentials: { 'things.key': ['good'] } })
  const refused = await standin.send('GET', '/key?key=bad')

  t.equal(refused.statusCode, 401)
  t.match(refused.headers['x-standin-refusal'], /things\.key/)
  t.notMatch(JSON.stringify(refused.headers), 'good', 'what would be accepted is not told')
  t.equal((await standin.send('GET', '/key?key=good')).statusCode, 204)
  t.equal((await elsewhere.send('GET', '/key?key=bad')).statusCode, 204)
  await standin.settings({ credentials: { 'things.key': [] } })
  t.equal((await standin.send('GET', '/key?key=good')).statusCode, 401)
})

/** Answers the challenge of a response as a client does (RFC 7616, section 3.4). */
function answerDigest (challenge: unknown, { method, password, uri }: Record<'method' | 'password' | 'uri', string>) {
  const pattern = /^Digest realm="([^"]+)", nonce="([^"]+)", qop="auth", algorithm=MD5$/
  const [, realm, nonce] = pattern.exec(String(challenge)) ?? []
  const hash = (...parts: unknown[]) => createHash('md5').update(parts.join(':')).digest('hex')
  const action = hash(method, uri)
  const response = hash(hash('ann', realm, password), nonce, '00000001', 'c', 'auth', action)
  const proof = `qop=auth, nc=00000001, cnonce="c", response="${response}"`
  return { authorization: `Digest username="ann", realm="${realm}", nonce="${nonce}", uri="${uri}", ${proof}` }
}

t.test('a client logs in by Digest, with the password that the world accepts where it lists one', async t => {
  const operation = { operationId: 'digest', responses }
  const components = { securitySchemes: { login: { type: 'http', scheme: 'Digest' } } }
  const paths = { '/digest': { get: operation, post: { ...operation, operationId: 'other' } } }
  const { send, settings } = await startWith(t, paths, { root: { components, security: [{ login: [] }] } })
  const { headers, statusCode } = await send('GET', '/digest')
  const login = async (password: string, method = 'GET') => {
    const proof = answerDigest(headers['www-authenticate'], { method: 'GET', password, uri: '/digest?a=b' })
    return (await send(method, '/digest?a=b', undefined, proof)).statusCode
  }
  t.equal(statusCode, 401)
  t.equal(await login('any'), 204)
  await settings({ credentials: { 'things.login': ['bob:right', 'ann:right'] } })
  t.equal(await login('right'), 204)
  t.equal(await login('wrong'), 401)
  t.equal(await login('right', 'POST'), 401, 'credentials of another method')
})

const write = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const jwt = (claims: object) => `${write({ alg: 'none' })}.${write(claims)}.`
const SCOPED = {
  '/scoped': {
    get: {
      operationId: 'scoped',
      security: [{ token: ['read', 'write'] }],
      responses: {
        ...responses,
        403: { description: 'Not for you.', content: { 'application/json': {} } }
      }
    }
  }
}

t.test('a token without the scopes that are needed is answered with 403, and with what it lacks', async t => {
  const standin = await startWith(t, SCOPED, { root: ROOT })
  const ask = (token: string) => standin.send('GET', '/scoped', undefined, { authorization: `Bearer ${token}` })
  const refused = await ask(jwt({ scope: 'read' }))

  t.equal(refused.statusCode, 403)
  t.equal(
    refused.headers['www-authenticate'],
    'Bearer realm="standin", error="insufficient_scope", error_description="The token lacks write", scope="read write"'
  )
  t.match(refused.json(), {
    code: 'STANDIN_FORBIDDEN',
    detail: 'things.scoped needs a token with the scopes read, write, and this one lacks write'
  })
  t.equal((await ask(jwt({ scope: 'read write' }))).statusCode, 204)
  t.equal((await ask('opaque')).statusCode, 204)
  await standin.settings({ scopes: { 'things.token': ['read'] } })
  t.equal((await ask('opaque')).statusCode, 403)
  t.equal((await standin.admin('PATCH', '/settings', { scopes: { 'things.tokn': [] } })).statusCode, 422)
})

t.test('a token expires by the clock of the world', async t => {
  const standin = await startWith(t, SCOPED, { root: ROOT })
  const token = jwt({ exp: Date.parse('2026-01-01T01:00:00Z') / 1_000 })
  const ask = () => standin.send('GET', '/scoped', undefined, { authorization: `Bearer ${token}` })

  t.equal((await ask()).statusCode, 204)
  await standin.advance('PT1H')
  const refused = await ask()
  t.equal(refused.statusCode, 401)
  t.equal(
    refused.headers['www-authenticate'],
    'Bearer realm="standin", error="invalid_token", error_description="The token has expired"'
  )
})

t.test('a document has its own words for who may not', async t => {
  const { send } = await startWith(t, SCOPED, {
    root: {
      ...ROOT,
      'x-standin': { refusals: { forbidden: { status: 403, body: { sorry: '$operation' } } } }
    }
  })
  const refused = await send('GET', '/scoped', undefined, { authorization: `Bearer ${jwt({ scope: '' })}` })
  t.equal(refused.statusCode, 403)
  t.same(refused.json(), { sorry: 'things.scoped' })
})
