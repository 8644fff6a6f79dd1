import t from 'tap'
import { createSecurityCheck } from '../../src/validation/security.ts'
import { operationOf } from './operation-of.ts'

const securitySchemes = {
  header: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  query: { type: 'apiKey', in: 'query', name: 'key' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  bearer: { type: 'http', scheme: 'bearer' },
  basic: { type: 'http', scheme: 'Basic' },
  digest: { type: 'http', scheme: 'digest' },
  oauth: { type: 'oauth2', flows: {} },
  openId: { type: 'openIdConnect', openIdConnectUrl: 'https://example.com' },
  tls: { type: 'mutualTLS' }
}

function check (security: object[], { headers = {}, query = {}, cookies = {} }: { headers?: object, query?: object, cookies?: object }) {
  return createSecurityCheck(operationOf({ security }, { components: { securitySchemes } }))({ ...headers }, { ...query }, { ...cookies })
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
  t.test(`${scheme} is satisfied by ${JSON.stringify(sent)}`, async t => t.match(check([{ [scheme]: [] }], sent), { credentials: { [scheme]: credential } }))
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
  t.test(`${scheme} is not satisfied by ${JSON.stringify(sent)}`, async t => t.match(check([{ [scheme]: [] }], sent), { missing: [{ name: scheme }] }))
}

t.test('one of several alternatives is enough, and of a combination all are needed', async t => {
  const security = [{ header: [], bearer: [] }, { cookie: [] }]
  t.match(check(security, { cookies: { session: 's' } }), { credentials: { cookie: 's' } })
  t.match(check(security, { headers: { 'x-api-key': 'k', authorization: 'Bearer t' } }), { credentials: { header: 'k', bearer: 't' } })
  t.match(check([{ header: [], bearer: [] }], { headers: { 'x-api-key': 'k' } }), { missing: [{ name: 'bearer' }], expected: 'the header X-Api-Key and the header Authorization as "Bearer <token>"' })
  t.match(check(security, {}), { missing: [{ name: 'cookie' }], expected: /, or the cookie session$/ })
})

t.test('what is open to all needs nothing', async t => {
  t.match(check([], {}), { credentials: {} })
  t.match(check([{ header: [] }, {}], {}), { credentials: {} })
})

t.test('a 401 names the schemes that HTTP knows', async t => {
  t.equal(check([{ bearer: [] }, { oauth: [] }, { basic: [] }], {}).wwwAuthenticate, 'Bearer, Basic realm="standin", charset="UTF-8"')
  t.equal(check([{ header: [] }], {}).wwwAuthenticate, undefined)
})
