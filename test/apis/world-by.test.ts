import { gzipSync } from 'node:zlib'
import t from 'tap'
import type { Test } from 'tap'
import { keyedWorldName } from '../../src/apis/keyed-world-name.ts'
import { createStandin } from '../../src/index.ts'
import type { StandinOptions } from '../../src/index.ts'
import { startReceiver } from '../providers/start-receiver.ts'

const TENANTS = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  components: { securitySchemes: { site: { type: 'apiKey', in: 'header', name: 'X-Site' } } },
  paths: {
    '/things': {
      get: { operationId: 'list', security: [{ site: [] }, {}], responses: { 204: { description: 'none' } } },
      post: {
        operationId: 'add',
        requestBody: {
          content: {
            'application/json': { schema: { type: 'object' } },
            'application/x-www-form-urlencoded': { schema: { type: 'object' } }
          }
        },
        responses: { 204: { description: 'none' } }
      }
    }
  }
})

interface Sent {
  readonly method?: 'GET' | 'POST'
  readonly url?: string
  readonly headers?: Record<string, string>
  readonly payload?: string | Buffer | object
}

/** Starts a server; `worldOf` sends a request and returns the names of the worlds that it has used. */
async function start (t: Test, worldBy: string, options: StandinOptions = {}) {
  const { openapi = [`${t.testdir({ 'things.json': TENANTS })}/things.json`] } = options
  const app = await createStandin({ ...options, openapi, worldBy })
  t.teardown(() => app.close())
  const worldOf = async ({ url = '/things', ...rest }: Sent) => {
    const { statusCode } = await app.inject({ url, ...rest })
    const { worlds } = (await app.inject('/__admin/worlds')).json()
    const names = worlds.map(({ name }: { name: string }) => name)
    for (const name of names) await app.inject({ method: 'DELETE', url: `/__admin/worlds/${name}` })
    return [statusCode, ...names]
  }
  return { app, worldOf }
}

t.test('a header names the world of requests that name none', async t => {
  const { worldOf } = await start(t, '$request.header.X-Tenant')
  const headers = { 'x-tenant': 'acme' }
  t.same(await worldOf({ headers }), [204, 'acme'])
  t.same(await worldOf({}), [204, 'default'], 'nothing names it')
  t.same(await worldOf({ headers: { 'x-tenant': '' } }), [204, 'default'])
  t.same(await worldOf({ headers, url: '/nothing' }), [404, 'acme'])
  t.same(await worldOf({ headers: { 'x-tenant': 'Acme GmbH' } }), [204, keyedWorldName('Acme GmbH', false)])
})

t.test('prefix, header and cookie come first', async t => {
  const { worldOf } = await start(t, '$request.header.x-tenant')
  const headers = { 'x-tenant': 'acme' }
  t.same(await worldOf({ headers, url: '/~checkout/things' }), [204, 'checkout'])
  t.same(await worldOf({ headers: { ...headers, 'x-standin-world': 'default' } }), [204, 'default'])
  t.same(await worldOf({ headers: { ...headers, cookie: 'standin-world=cart' } }), [204, 'cart'])
  t.same(await worldOf({ headers: { ...headers, 'x-standin-world': 'a b' } }), [400], 'a wrong name is refused')
})

t.test('the admin API acts on the world that its requests name', async t => {
  const { app } = await start(t, '$request.header.x-tenant')
  const headers = { 'x-tenant': 'acme' }
  await app.inject({ url: '/things', headers })
  t.same((await app.inject({ url: '/__admin/requests', headers })).json().requests, [])
  const named = { 'x-standin-world': 'acme' }
  t.match((await app.inject({ url: '/__admin/requests', headers: named })).json().requests, [{ world: 'acme' }])
})

const SECRET: Readonly<Record<string, Sent>> = {
  '$request.header.x-api-key': { headers: { 'x-api-key': 's3cret' } },
  '$request.header.Authorization': { headers: { authorization: 's3cret' } },
  '$request.header.x-site': { headers: { 'x-site': 's3cret' } },
  '$request.cookie.tenant': { headers: { cookie: 'a=b; tenant=s3cret' } },
  '$request.query.api_key': { url: '/things?api_key=s3cret' },
  '$request.body#/auth/accessToken': { method: 'POST', payload: { auth: { accessToken: 's3cret' } } }
}

for (const [worldBy, sent] of Object.entries(SECRET)) {
  t.test(`a secret is not seen in the name of a world: ${worldBy}`, async t => {
    const { worldOf } = await start(t, worldBy)
    const [, name] = await worldOf(sent)
    t.equal(name, keyedWorldName('s3cret', true))
    t.notMatch(name, /s3cret/)
  })
}

t.test('a parameter of the query names it', async t => {
  const { worldOf } = await start(t, '$request.query.tenant')
  t.same((await worldOf({ url: '/things?a=1&tenant=acme&tenant=other' })).slice(1), ['acme'])
  t.same((await worldOf({ url: '/things?a=1' })).slice(1), ['default'])
})

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

const BODIES: ReadonlyArray<[title: string, sent: Sent, expected: unknown[]]> = [
  ['JSON', { payload: { tenant: { id: 'acme' } } }, [204, 'acme']],
  ['a number', { payload: '{"tenant":{"id":1234567890123456789}}', headers: JSON_TYPE }, [204, '1234567890123456789']],
  ['none', {}, [204, 'default']],
  ['another form', { payload: { tenant: 'acme' } }, [204, 'default']],
  ['null', { payload: { tenant: { id: null } } }, [204, 'default']],
  ['a list', { payload: { tenant: { id: ['acme'] } } }, [204, 'default']],
  ['a name of the prototype', { payload: { tenant: 'constructor' } }, [204, 'default']],
  ['no JSON', { payload: '{"tenant":', headers: JSON_TYPE }, [400, 'default']],
  ['compressed', {
    payload: gzipSync('{"tenant":{"id":"acme"}}'),
    headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }
  }, [204, 'acme']],
  ['not what it says', {
    payload: Buffer.from('{"tenant":{"id":"acme"}}'),
    headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }
  }, [400, 'default']],
  ['too large', { payload: { tenant: { id: 'acme' }, more: 'x'.repeat(2_000) } }, [413, 'default']],
  ['for no operation', { url: '/nothing', payload: { tenant: { id: 'acme' } } }, [404, 'acme']],
  ['in a named world', { url: '/~cart/things', payload: { tenant: { id: 'acme' } } }, [204, 'cart']]
]

for (const [title, sent, expected] of BODIES) {
  t.test(`a member of the body names it: ${title}`, async t => {
    const { worldOf } = await start(t, '$request.body#/tenant/id', { bodyLimit: 1_000 })
    t.same(await worldOf({ method: 'POST', ...sent }), expected)
  })
}

t.test('a member of a form names it, and the body still reaches the operation', async t => {
  const { app } = await start(t, '$request.body#/tenant')
  await app.inject({ method: 'POST', url: '/things', payload: 'tenant=acme&more=1', headers: FORM })
  const headers = { 'x-standin-world': 'acme' }
  const { requests } = (await app.inject({ url: '/__admin/requests', headers })).json()
  t.match(requests, [{ request: { body: { tenant: 'acme', more: '1' } }, response: { status: 204 } }])
})

t.test('a host names it, for the admin API and its page too', async t => {
  const { app } = await start(t, '$request.host', { allowedHosts: ['.mocks.example'] })
  const headers = { host: 'checkout.localhost:4010' }
  await app.inject({ url: '/things', headers })
  const { requests } = (await app.inject({ url: '/__admin/requests', headers })).json()
  t.match(requests, [{ world: 'checkout' }])
  t.same((await app.inject({ url: '/__admin/requests', headers: { host: 'localhost' } })).json().requests, [])
  const below = await app.inject({ url: '/__admin/clock', headers: { host: 'checkout.mocks.example' } })
  t.equal(below.statusCode, 200)

  const accept = { ...headers, accept: 'text/html' }
  const redirected = await app.inject({ url: '/__admin/', headers: accept })
  t.same([redirected.statusCode, redirected.headers.location], [302, './?world=checkout'])
  t.equal((await app.inject({ url: '/__admin/?world=checkout', headers: accept })).statusCode, 200)
  t.equal((await app.inject({ url: '/~other/__admin/', headers: accept })).statusCode, 200)
})

t.test('worlds by key are kept beyond the process as others are', async t => {
  const folder = t.testdir({ 'things.json': TENANTS })
  const options = { openapi: [`${folder}/things.json`], data: `${folder}/kept` }
  for (const worldBy of ['$request.body#/tenant', '$request.header.x-tenant']) {
    const { app } = await start(t, worldBy, options)
    const headers = { 'x-tenant': 'acme' }
    const { statusCode } = await app.inject({ method: 'POST', url: '/things', headers, payload: { tenant: 'acme' } })
    t.equal(statusCode, 204)
    await app.close()
  }
  const { app } = await start(t, '$request.host', options)
  const headers = { host: 'acme.localhost' }
  t.equal((await app.inject({ url: '/__admin/requests', headers })).json().requests.length, 2)
})

t.test('a body that names a world is passed on as it came', async t => {
  const { received, url: service } = await startReceiver(t)
  const { app, worldOf } = await start(t, '$request.body#/tenant', { proxy: service, proxyMode: 'always' })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const payload = gzipSync('{"tenant":"acme"}')
  const sent = { method: 'POST', payload, headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } } as const
  t.same(await worldOf(sent), [204, 'acme'])
  const headers = { 'content-encoding': 'gzip', 'content-length': String(payload.length) }
  t.match(received, [{ path: '/things', headers }])
})
