import t from 'tap'
import { CALLBACK_HEADER } from '../../src/callbacks/send.ts'
import { startAdmin } from './start-admin.ts'

const PAGE = 'http://localhost:3000'

t.test('pages of another origin are refused, their preflights too', async t => {
  const { call, world } = await startAdmin(t)
  for (const [host, origin] of [
    ['localhost', 'http://evil.example'],
    ['localhost', 'http://evil.example:80'],
    ['localhost', 'null'],
    ['localhost', 'file://'],
    ['localhost', 'nonsense'],
    ['localhost', 'http://localhost.evil.example'],
    ['localhost', 'http://127.0.0.1.evil.example'],
    ['localhost', 'http://evil.example, http://localhost'],
    ['localhost', 'http://10.0.0.1'],
    // What was reached by the network is not this machine's own.
    ['10.0.0.1:4010', PAGE],
    ['10.0.0.1:4010', 'http://10.0.0.1:3000'],
    ['standin:4010', PAGE]
  ] as const) {
    const headers = { origin, host }
    t.match(
      await call('POST', '/clock/advance', { by: 'PT5S' }, headers),
      { statusCode: 403 },
      origin
    )
    t.match((await call('DELETE', '/stubs', undefined, headers)).json(), {
      code: 'STANDIN_CROSS_ORIGIN',
      status: 403
    })
    const preflight = await call('OPTIONS', '/clock', undefined, {
      ...headers,
      'access-control-request-method': 'PUT'
    })
    t.equal(preflight.statusCode, 403)
    t.notOk(preflight.headers['access-control-allow-origin'])
    t.equal((await call('GET', '/nothing', undefined, headers)).statusCode, 403)
  }
  t.equal(world.clock.now(), 1_767_225_600_000, 'nothing happened')
})

t.test('pages of its own origin, and clients that are no browsers, are served', async t => {
  const { call } = await startAdmin(t)
  const good: ReadonlyArray<Record<string, string>> = [
    { host: 'localhost:4010', origin: 'http://localhost:4010' },
    { host: 'LOCALHOST:4010', origin: 'http://localhost:4010' },
    { host: 'standin:4010', origin: 'http://standin:4010' },
    { host: '10.0.0.1:4010', origin: 'http://10.0.0.1:4010', 'sec-fetch-site': 'same-origin' },
    { host: 'localhost:4010', 'sec-fetch-site': 'none' },
    { host: '' },
    {}
  ]
  for (const headers of good) {
    t.equal((await call('GET', '/clock', undefined, headers)).statusCode, 200, JSON.stringify(headers))
  }
})

t.test('pages of this machine use the admin API of this machine', async t => {
  const { call } = await startAdmin(t, { adminToken: 'secret' })
  const authorization = 'Bearer secret'
  for (const host of ['localhost:4010', '127.0.0.1:4010', '[::1]:4010', 'app.localhost']) {
    for (const origin of [PAGE, 'https://localhost', 'http://127.0.0.1:6006', 'http://[::1]:63315', 'http://a.localhost']) {
      const read = await call('GET', '/clock', undefined, { host, origin, authorization })
      t.match(read, {
        statusCode: 200,
        headers: { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'Origin' }
      }, `${origin} at ${host}`)
    }
  }
  const preflight = await call('OPTIONS', '/stubs', undefined, {
    host: 'localhost:4010',
    origin: PAGE,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type'
  })
  t.match(preflight, {
    statusCode: 204,
    headers: {
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization,content-type',
      'access-control-max-age': '600',
      vary: /Origin/
    }
  })
  const refused = await call('GET', '/clock', undefined, { host: 'localhost:4010', origin: PAGE })
  t.match(refused, { statusCode: 401, headers: { 'access-control-allow-origin': PAGE } }, 'the page learns why')
})

t.test('the origins whose pages may use it can be named', async t => {
  const status = async (adminOrigins: string | string[], origin: string, host = 'localhost') =>
    (await (await startAdmin(t, { adminOrigins })).call('GET', '/clock', undefined, { host, origin })).statusCode

  t.equal(await status(['https://tests.example'], 'https://tests.example'), 200)
  t.equal(await status(['https://tests.example'], 'https://tests.example', '10.0.0.1'), 200)
  t.equal(await status(['https://tests.example'], 'http://tests.example'), 403)
  t.equal(await status(['https://tests.example'], PAGE), 403)
  t.equal(await status(['https://tests.example'], 'http://localhost'), 200)
  t.equal(await status('off', PAGE), 403)
  t.equal(await status('off', 'http://localhost'), 200)
  t.equal(await status('*', 'https://any.example'), 200)
  t.equal(await status('*', 'null'), 200)
})

t.test('what a page of another origin shows is refused, though it comes without an origin', async t => {
  const { call } = await startAdmin(t)
  for (const site of ['cross-site', 'same-site']) {
    const kinds: ReadonlyArray<Record<string, string>> = [
      {},
      { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
      { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
    ]
    for (const more of kinds) {
      const response = await call('GET', '/clock', undefined, { host: 'localhost', 'sec-fetch-site': site, ...more })
      t.match(response.json(), { status: 403, code: 'STANDIN_CROSS_ORIGIN' })
    }
    const link = { host: 'localhost', 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' }
    const status = async (path: string, dest: string) =>
      (await call('GET', path, undefined, { ...link, 'sec-fetch-dest': dest })).statusCode
    t.equal(await status('/docs', 'document'), 200, 'a link to the documentation')
    t.equal(await status('/docs', 'iframe'), 403)
    t.equal(await status('/docs/json', 'document'), 403)
  }
})

t.test('it responds to the host names that it was told, and says so to others', async t => {
  const { call } = await startAdmin(t, { allowedHosts: ['mocks.example'], adminOrigins: '*' })
  for (const host of ['rebind.test', 'rebind.test:4010', 'evil.example@localhost', 'localhost evil.example']) {
    for (const origin of ['', `http://${host}`, 'http://localhost']) {
      const headers: Record<string, string> = origin === '' ? { host } : { host, origin }
      for (const path of ['/clock', '/health', '/docs', '/nothing']) {
        const response = await call('GET', path, undefined, headers)
        t.match(response.json(), { status: 403, code: 'STANDIN_HOST_NOT_ALLOWED', detail: /--allowed-hosts/ })
        t.notOk(response.headers['access-control-allow-origin'])
      }
      t.equal((await call('POST', '/reset', undefined, headers)).statusCode, 403)
    }
  }
  for (const host of ['mocks.example', 'localhost:4010', 'standin:4010', '10.0.0.1']) {
    t.equal((await call('GET', '/clock', undefined, { host })).statusCode, 200, host)
  }
})

t.test('a callback of a stand-in is refused, whoever had it sent', async t => {
  const { call } = await startAdmin(t)
  for (const [method, path] of [['POST', '/reset'], ['GET', '/clock'], ['POST', '/scenarios/stop']] as const) {
    const response = await call(method, path, undefined, { [CALLBACK_HEADER]: '1', host: '127.0.0.1:4010' })
    t.match(response.json(), { status: 403, code: 'STANDIN_CALLBACK_TO_ADMIN' })
  }
})

t.test('a request that reads creates no world, and evicts none', async t => {
  const { app, call, worlds } = await startAdmin(t)
  const start = worlds.list().map(({ name }) => name)
  for (let number = 0; number < 20; number++) {
    for (const path of ['clock', 'stubs', 'requests', 'settings', 'resources', 'callbacks', 'verification']) {
      t.equal((await call('GET', `/~e${number}/__admin/${path}`)).statusCode, 200)
    }
    t.equal((await app.inject({ method: 'HEAD', url: `/~e${number}/__admin/clock` })).statusCode, 200)
  }
  t.same(worlds.list().map(({ name }) => name), start)
  t.equal(worlds.dropped, 0)
})

const OPEN = [
  '/__admin/ca.pem',
  '/__admin/health',
  '/__admin/ready',
  '/__admin/openapi.json',
  '/__admin/docs',
  '/__admin/schemas/:file.json'
]

t.test('with a token set, nobody gets anything without it but whether it answers and how it is used', async t => {
  const { app, call, routes } = await startAdmin(t, { adminToken: 'secret' })
  for (const path of ['/health', '/openapi.json', '/docs', '/docs/static/index.css']) {
    t.equal((await app.inject(`/__admin${path}`)).statusCode, 200, path)
  }
  const { components, security } = (await call('GET', '/openapi.json')).json()
  t.match({ components, security }, {
    components: { securitySchemes: { token: { scheme: 'bearer' } } },
    security: [{ token: [] }]
  })

  for (const { method, schema, url } of routes) {
    if (OPEN.includes(url) || schema?.hide === true) continue
    const response = await call(
      String(method),
      url.replace('/__admin', '').replaceAll(/:(\w+)/g, '$1')
    )
    t.equal(response.statusCode, 401, `${String(method)} ${url}`)
    t.match(response.headers['www-authenticate'], /^Bearer/)
  }
  for (const path of ['/nothing', '/docs-of-another-kind']) {
    t.equal((await call('GET', path)).statusCode, 401, path)
  }
})

t.test('only the very token is accepted', async t => {
  const { call } = await startAdmin(t, { adminToken: 'secret' })
  const status = async (authorization: string) =>
    (await call('GET', '/clock', undefined, { authorization })).statusCode

  for (const authorization of ['Bearer secret', 'bearer secret', 'BEARER  secret']) {
    t.equal(await status(authorization), 200, authorization)
  }
  for (const authorization of [
    'secret',
    'Basic secret',
    'Bearer',
    'Bearer secre',
    'Bearer secrets',
    'Bearer Secret',
    'Bearer secret x'
  ]) {
    t.equal(await status(authorization), 401, authorization)
  }
  t.match((await call('GET', '/clock', undefined, { authorization: 'Bearer wrong' })).json(), {
    code: 'STANDIN_ADMIN_TOKEN_REQUIRED'
  })
})
