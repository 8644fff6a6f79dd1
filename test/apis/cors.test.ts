import t from 'tap'
import type { Test } from 'tap'
import type { StandinOptions } from '../../src/standin-options.ts'
import { answering, journalOf, startWith } from './start-with.ts'

const PAGE = 'http://localhost:3000'
const ASKS = { origin: PAGE, 'access-control-request-method': 'POST' }
const GET = { get: { operationId: 'listThings', responses: answering({ type: 'object' }, { all: 'well' }) } }

type PagesOptions = StandinOptions & { root?: object }

/** Starts a stand-in, and reads the headers of its responses that are for browsers. */
async function startPages (t: Test, options: PagesOptions = {}, paths: object = { '/things': GET }) {
  const standin = await startWith(t, paths, options)
  const headersOf = async (method: string, url: string, headers: Record<string, string> = {}) => {
    const response = await standin.send(method, url, undefined, headers)
    const shown = Object.entries(response.headers).filter(([name]) => /^access-control-|^vary$/.test(name))
    return { status: response.statusCode, ...Object.fromEntries(shown) }
  }
  return { ...standin, headersOf }
}

t.test('a page of any origin reads responses, with its credentials, and sees their headers by name', async t => {
  const { admin, headersOf } = await startPages(t)
  await admin('POST', '/stubs', {
    operation: 'things.listThings',
    reply: { status: 200, headers: { 'X-Total': '3', 'Set-Cookie': 'a=1', ETag: '"1"', 'Cache-Control': 'no-store' } },
    contract: 'off'
  })
  for (const origin of [PAGE, 'https://shop.example', 'http://[::1]:8080', 'null', 'capacitor://localhost']) {
    t.same(await headersOf('GET', '/things', { origin, cookie: 'a=1' }), {
      status: 200,
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'date, x-total, etag, vary',
      vary: 'Origin'
    })
  }
  t.match(await headersOf('GET', '/nothing', { origin: PAGE }), { status: 404, 'access-control-allow-origin': PAGE })
})

t.test('a request of no page is only told that responses vary', async t => {
  const { headersOf } = await startPages(t)
  t.same(await headersOf('GET', '/things'), { status: 200, vary: 'Origin' })
})

t.test('a response that varies by more says so', async t => {
  const { admin, headersOf } = await startPages(t)
  for (const [given, vary] of [
    ['Accept', 'Accept, Origin'],
    ['accept, origin', 'accept, origin'],
    ['X-Origin', 'X-Origin, Origin'],
    ['*', '*']
  ] as const) {
    await admin('DELETE', '/stubs')
    const reply = { status: 200, headers: { Vary: given } }
    await admin('POST', '/stubs', { operation: 'things.listThings', reply, contract: 'off' })
    t.match(await headersOf('GET', '/things', { origin: PAGE }), { vary }, given)
    t.match(await headersOf('GET', '/things'), { vary }, given)
  }
})

t.test('a preflight is allowed what it asks for', async t => {
  const { headersOf } = await startPages(t)
  const vary = 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers'
  t.same(await headersOf('OPTIONS', '/things', {
    ...ASKS,
    'access-control-request-headers': 'authorization,x-standin-world',
    'access-control-request-private-network': 'true'
  }), {
    status: 204,
    'access-control-allow-origin': PAGE,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization,x-standin-world',
    'access-control-allow-private-network': 'true',
    'access-control-expose-headers': 'date, vary',
    'access-control-max-age': '600',
    vary
  })
  const plain = await headersOf('OPTIONS', '/things', { ...ASKS, 'access-control-request-method': 'PURGE' })
  t.match(plain, { 'access-control-allow-methods': 'PURGE', vary })
  t.notOk('access-control-allow-headers' in plain)
  t.notOk('access-control-allow-private-network' in plain)
})

t.test('only the pages of listed origins read responses', async t => {
  const { headersOf } = await startPages(t, { cors: [`${PAGE}/`, 'https://Shop.example:443'] })
  for (const origin of [PAGE, 'https://shop.example']) {
    t.match(await headersOf('GET', '/things', { origin }), {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      vary: 'Origin'
    })
  }
  for (const origin of [
    'http://localhost:3001',
    'https://localhost:3000',
    'http://localhost:3000.evil.example',
    'http://shop.example',
    'http://LOCALHOST:3000',
    `${PAGE}, ${PAGE}`,
    'null'
  ]) {
    t.same(await headersOf('GET', '/things', { origin }), { status: 200, vary: 'Origin' }, origin)
    t.same(await headersOf('OPTIONS', '/things', { ...ASKS, origin }), { status: 204, vary: 'Origin' }, origin)
  }
})

t.test('with *, pages of any origin read responses without credentials', async t => {
  const { headersOf } = await startPages(t, { cors: '*' })
  const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' }
  t.same(await headersOf('GET', '/things'), { status: 200, ...open })
  t.same(await headersOf('GET', '/things', { origin: PAGE }), { status: 200, ...open })
  const asked = { ...ASKS, 'access-control-request-headers': 'authorization' }
  const preflight = await headersOf('OPTIONS', '/things', asked)
  t.match(preflight, {
    ...open,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization'
  })
  t.notOk('access-control-allow-credentials' in preflight)
})

t.test('with off, no header is for browsers, and a preflight is a request like any other', async t => {
  const { headersOf } = await startPages(t, { cors: 'off' })
  t.same(await headersOf('GET', '/things', { origin: PAGE }), { status: 200 })
  t.same(await headersOf('OPTIONS', '/things', ASKS), { status: 204 })
  t.same(await headersOf('OPTIONS', '/nothing', ASKS), { status: 404 })
})

t.test('the headers that a document declares for every response are those of preflights too', async t => {
  const headers = {
    'Access-Control-Allow-Origin': '$request.header.origin',
    'Access-Control-Max-Age': '5',
    'X-Frame-Options': 'DENY'
  }
  const root = { 'x-standin': { headers } }
  for (const cors of [undefined, '*', ['https://other.example']]) {
    const { app, headersOf } = await startPages(t, { cors, root })
    const declared = { status: 204, 'access-control-allow-origin': PAGE, 'access-control-max-age': '5' }
    t.match(await headersOf('OPTIONS', '/things', ASKS), declared)
    t.match(await headersOf('OPTIONS', '/~checkout/things', ASKS), declared)
    const preflight = await app.inject({ method: 'OPTIONS', url: '/things', headers: ASKS })
    t.equal(preflight.headers['x-frame-options'], 'DENY')
  }
})

const OPTIONS = {
  operationId: 'askThings',
  responses: {
    403: { description: 'It is forbidden.' },
    200: {
      description: 'What is possible.',
      headers: {
        'Access-Control-Allow-Methods': { schema: { type: 'string' }, example: 'GET,PUT' },
        'Access-Control-Allow-Origin': { required: true, schema: { type: 'string' } },
        'X-Documented': { schema: { type: 'string' }, example: 'yes' }
      }
    }
  }
}

t.test('a preflight reaches an OPTIONS that is documented; generated headers do not keep pages out', async t => {
  const standin = await startPages(t, {}, { '/things': { ...GET, options: OPTIONS } })
  t.match(await standin.headersOf('OPTIONS', '/things', ASKS), {
    status: 200,
    'access-control-allow-origin': PAGE,
    'access-control-allow-methods': 'GET,PUT',
    'access-control-expose-headers': /x-documented/,
    'access-control-max-age': '600'
  })
  await standin.admin('POST', '/stubs', { operation: 'things.askThings', reply: { status: 403 }, contract: 'off' })
  t.match(await standin.headersOf('OPTIONS', '/things', ASKS), { status: 403 })
  t.match(await journalOf(standin), [{ request: { method: 'OPTIONS' } }, { request: { method: 'OPTIONS' } }])
})

t.test('a preflight has no credentials: an OPTIONS that needs them allows it all the same', async t => {
  const { headersOf, send } = await startPages(t, {
    root: {
      security: [{ key: [] }],
      components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } }
    }
  }, { '/things': { ...GET, options: OPTIONS } })
  t.match(await headersOf('OPTIONS', '/things', ASKS), { status: 204, 'access-control-allow-origin': PAGE })
  t.equal((await send('OPTIONS', '/things')).statusCode, 401)
})

t.test('headers that no response could have are not returned', async t => {
  const { headersOf } = await startPages(t)
  t.same(await headersOf('GET', '/things', { origin: 'http://ä.example' }), { status: 200, vary: 'Origin' })
  const asked = await headersOf('OPTIONS', '/things', { ...ASKS, 'access-control-request-headers': 'ä' })
  t.equal(asked.status, 204)
  t.notOk('access-control-allow-headers' in asked)
})
