import t from 'tap'
import { createSecurityCheck } from '../../src/security/security-check.ts'
import { operationOf } from '../validation/operation-of.ts'

const securitySchemes = {
  header: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  query: { type: 'apiKey', in: 'query', name: 'key' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  bearer: { type: 'http', scheme: 'bearer' },
  basic: { type: 'http', scheme: 'Basic' },
  digest: { type: 'http', scheme: 'digest' },
  oauth: { type: 'oauth2', flows: {} },
  openId: { type: 'openIdConnect', openIdConnectUrl: 'https://example.com' },
  tls: { type: 'mutualTLS' },
  odd: { type: 'http', scheme: 'žluť' }
}

function check (
  security: object[],
  { headers = {}, query = {}, cookies = {} }: { headers?: object, query?: object, cookies?: object }
) {
  return createSecurityCheck(operationOf({ security }, { components: { securitySchemes } }))(
    { ...headers },
    { ...query },
    { ...cookies }
  )
}

const basic = Buffer.from('ann:secret').toString('base64')

/** OpenAPI 3.1, Security Scheme Object; forms by RFC 6750 and RFC 7617. */
const GIVEN: Array<[scheme: string, sent: object, credential: string]> = [
  ['header', { headers: { 'x-api-key': 'k' } }, 'k'],
  ['query', { query: { key: 'k' } }, 'k'],
  ['cookie', { cookies: { session: 'k' } }, 'k'],
  ['bearer', { headers: { authorization: 'Bearer a.b-c_~+/==' } }, 'a.b-c_~+/=='],
  ['bearer', { headers: { authorization: 'bearer t' } }, 't'],
  ['basic', { headers: { authorization: `Basic ${basic}` } }, 'ann:secret'],
  ['digest', { headers: { authorization: 'Digest username="ann"' } }, 'username="ann"'],
  ['oauth', { headers: { authorization: 'Bearer t' } }, 't'],
  ['openId', { headers: { authorization: 'Bearer t' } }, 't'],
  ['tls', {}, '']
]

for (const [scheme, sent, credential] of GIVEN) {
  t.test(`${scheme} is satisfied by ${JSON.stringify(sent)}`, async t => {
    t.match(check([{ [scheme]: [] }], sent), { credentials: { [scheme]: credential } })
  })
}

const REFUSED: Array<[scheme: string, sent: object]> = [
  ['header', {}],
  ['header', { headers: { 'x-api-key': '' } }],
  ['query', { headers: { key: 'k' } }],
  ['bearer', { headers: { authorization: 't' } }],
  ['bearer', { headers: { authorization: 'Bearer ' } }],
  ['bearer', { headers: { authorization: 'Bearer a b' } }],
  ['bearer', { headers: { authorization: `Basic ${basic}` } }],
  ['basic', { headers: { authorization: `Basic ${Buffer.from('ann').toString('base64')}` } }],
  ['basic', { headers: { authorization: 'Basic !' } }]
]

for (const [scheme, sent] of REFUSED) {
  t.test(`${scheme} is not satisfied by ${JSON.stringify(sent)}`, async t => {
    t.match(check([{ [scheme]: [] }], sent), { kind: 'unauthorized' })
  })
}

t.test('one of several alternatives is enough, and of a combination all are needed', async t => {
  const security = [{ header: [], bearer: [] }, { cookie: [] }]
  t.match(check(security, { cookies: { session: 's' } }), { credentials: { cookie: 's' } })
  t.match(check(security, { headers: { 'x-api-key': 'k', authorization: 'Bearer t' } }), {
    credentials: { header: 'k', bearer: 't' }
  })
  t.match(check([{ header: [], bearer: [] }], { headers: { 'x-api-key': 'k' } }), {
    missing: [{ name: 'bearer' }],
    reason: 'needs the header X-Api-Key and the header Authorization as "Bearer <token>"'
  })
  t.match(check(security, {}), { missing: [{ name: 'cookie' }], reason: /, or the cookie session$/ })
})

t.test('of schemes that want the same header, one is enough: a request has but one Authorization', async t => {
  const security = [{ header: [], basic: [], oauth: [] }]
  for (const authorization of [`Basic ${basic}`, 'Bearer t']) {
    t.match(check(security, { headers: { 'x-api-key': 'k', authorization } }), { kind: 'admitted' })
  }
  t.match(check(security, { headers: { 'x-api-key': 'k' } }), {
    kind: 'unauthorized',
    missing: [{ name: 'basic' }, { name: 'oauth' }]
  })
  t.match(check(security, { headers: { authorization: 'Bearer t' } }), {
    kind: 'unauthorized',
    missing: [{ name: 'header' }]
  })
})

t.test('what is open to all needs nothing', async t => {
  t.match(check([], {}), { credentials: {} })
  t.match(check([{ header: [] }, {}], {}), { credentials: {} })
})

t.test('a 401 names the schemes that HTTP knows', async t => {
  t.match(check([{ bearer: [] }, { oauth: [] }, { basic: [] }, { digest: [] }], {}), {
    wwwAuthenticate: /^Bearer realm="standin", Basic realm="standin", charset="UTF-8", Digest realm="standin", /
  })
  t.match(check([{ digest: [] }], {}), {
    reason: 'needs the header Authorization as "Digest <credentials>"',
    wwwAuthenticate: /^Digest realm="standin", nonce="[^"]+", qop="auth", algorithm=MD5$/
  })
  t.match(check([{ header: [] }], {}), { wwwAuthenticate: undefined })
  t.match(check([{ odd: [] }], {}), { wwwAuthenticate: undefined }, 'no header can carry its name')
})

const NOW = Date.parse('2026-01-01T00:00:00Z')
const write = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const jwt = (claims: object) => `${write({ alg: 'RS256', typ: 'JWT' })}.${write(claims)}.c2lnbmF0dXJl`
const inSeconds = (seconds: number) => NOW / 1_000 + seconds

function checkToken (token: string, security: object[], scopes: Record<string, string[]> = {}) {
  const operation = operationOf({ security }, { components: { securitySchemes } })
  return createSecurityCheck(operation)({ authorization: `Bearer ${token}` }, {}, {}, { now: NOW, scopes })
}

const NEEDS_BOTH = [{ oauth: ['read', 'write'] }]
const LACKING = 'Bearer realm="standin", error="insufficient_scope", error_description="The token lacks write", ' +
  'scope="read write"'
const EXPIRED = 'Bearer realm="standin", error="invalid_token", error_description="The token has expired"'

type TokenRow = [what: string, token: string, security: object[], kind: string, wwwAuthenticate?: string]

/**
 * RFC 6750, section 3.1 (errors); RFC 7519, section 4.1 (exp, nbf); RFC 9068, section 2.2.3 and RFC 8693,
 * section 4.2 (scope).
 */
const TOKENS: TokenRow[] = [
  ['an opaque token', 'opaque', NEEDS_BOTH, 'admitted'],
  ['what only looks like a JWT', 'a.b.c', NEEDS_BOTH, 'admitted'],
  ['a JWT without scopes', jwt({ sub: 'ann' }), NEEDS_BOTH, 'admitted'],
  ['the claim scope', jwt({ scope: 'write read more' }), NEEDS_BOTH, 'admitted'],
  ['the claim scp', jwt({ scp: ['read', 'write'] }), NEEDS_BOTH, 'admitted'],
  ['the claim scopes', jwt({ scopes: ['read', 'write'] }), NEEDS_BOTH, 'admitted'],
  ['the claim permissions', jwt({ permissions: ['read', 'write'] }), NEEDS_BOTH, 'admitted'],
  ['scopes in two claims', jwt({ scope: 'read', permissions: ['write'] }), NEEDS_BOTH, 'admitted'],
  ['a scope too few', jwt({ scope: 'read' }), NEEDS_BOTH, 'forbidden', LACKING],
  [
    'no scope at all',
    jwt({ scope: '' }),
    [{ openId: ['read'] }],
    'forbidden',
    'Bearer realm="standin", error="insufficient_scope", error_description="The token lacks read", scope="read"'
  ],
  ['scopes where none are asked for', jwt({ scope: '' }), [{ oauth: [] }], 'admitted'],
  ['roles of a scheme that has no scopes', jwt({ scope: '' }), [{ bearer: ['admin'] }], 'admitted'],
  [
    'an alternative with fewer scopes',
    jwt({ scope: 'read' }),
    [{ oauth: ['read', 'write'] }, { openId: ['read'] }],
    'admitted'
  ],
  [
    'a token that has expired',
    jwt({ exp: inSeconds(0), scope: 'read write' }),
    NEEDS_BOTH,
    'unauthorized',
    EXPIRED
  ],
  [
    'an expired token of a bearer scheme',
    jwt({ exp: inSeconds(-60) }),
    [{ bearer: [] }],
    'unauthorized',
    EXPIRED
  ],
  ['a token that holds a second more', jwt({ exp: inSeconds(1) }), [{ bearer: [] }], 'admitted'],
  [
    'a token that does not hold yet',
    jwt({ nbf: inSeconds(1) }),
    [{ openId: [] }],
    'unauthorized',
    'Bearer realm="standin", error="invalid_token", error_description="The token is not valid yet"'
  ],
  ['a token that holds from now on', jwt({ nbf: inSeconds(0) }), [{ openId: [] }], 'admitted'],
  [
    'a malformed token',
    'a b',
    [{ bearer: [] }],
    'unauthorized',
    'Bearer realm="standin", error="invalid_token", error_description="The token is malformed"'
  ],
  [
    'a token without its key',
    jwt({ scope: 'read' }),
    [{ oauth: ['read'], header: [] }],
    'unauthorized',
    'Bearer realm="standin"'
  ]
]

for (const [what, token, security, kind, wwwAuthenticate] of TOKENS) {
  t.test(`${what} is ${kind}`, async t =>
    t.match(checkToken(token, security), {
      kind,
      ...(wwwAuthenticate !== undefined && { wwwAuthenticate })
    })
  )
}

t.test('a world can say which scopes a token has that says nothing of them', async t => {
  t.match(checkToken('opaque', NEEDS_BOTH, { 'things.oauth': ['read'] }), {
    kind: 'forbidden',
    reason: 'needs a token with the scopes read, write, and this one lacks write'
  })
  t.match(checkToken('opaque', NEEDS_BOTH, { 'things.oauth': ['read', 'write'] }), { kind: 'admitted' })
  t.match(checkToken(jwt({ scope: 'read write' }), NEEDS_BOTH, { 'things.oauth': [] }), { kind: 'admitted' })
})
