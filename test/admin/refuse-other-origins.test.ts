import t from 'tap'
import { startAdmin } from './start-admin.ts'

t.test('pages of another origin are refused, their preflights too', async t => {
  const { call, world } = await startAdmin(t)
  for (const origin of [
    'http://evil.example',
    'http://evil.example:80',
    'https://localhost:4010',
    'null',
    'file://',
    'nonsense',
    'http://localhost.evil.example'
  ]) {
    const headers = { origin, host: 'localhost' }
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
  t.equal(
    (
      await call('GET', '/clock', undefined, {
        host: 'localhost:4010',
        origin: 'http://localhost:4010'
      })
    ).statusCode,
    200
  )
  t.equal(
    (
      await call('GET', '/clock', undefined, {
        host: 'LOCALHOST:4010',
        origin: 'http://localhost:4010'
      })
    ).statusCode,
    200
  )
  t.equal((await call('GET', '/clock')).statusCode, 200)
})

t.test('with a token set, nobody gets anything without it but whether it answers', async t => {
  const { call, routes } = await startAdmin(t, { adminToken: 'secret' })
  t.equal((await call('GET', '/health')).statusCode, 200)

  for (const { method, schema, url } of routes) {
    if (url === '/__admin/health' || schema?.hide === true) continue
    const response = await call(
      String(method),
      url.replace('/__admin', '').replaceAll(/:(\w+)/g, '$1')
    )
    t.equal(response.statusCode, 401, `${String(method)} ${url}`)
    t.match(response.headers['www-authenticate'], /^Bearer/)
  }
  for (const path of ['', '/nothing', '/docs/static/index.css']) {
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
