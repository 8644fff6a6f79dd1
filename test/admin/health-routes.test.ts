import { once } from 'node:events'
import { Server, connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import t from 'tap'
import { healthRoutes } from '../../src/admin/health-routes.ts'
import { createStandin } from '../../src/index.ts'
import { startAdmin } from './start-admin.ts'

t.test('it tells that it answers, its version and what it serves', async t => {
  const { call } = await startAdmin(t)
  t.same((await call('GET', '/health')).json(), { status: 'ok', version: '1.2.3', apis: ['kiln'] })
})

t.test('asking for it makes no world', async t => {
  const { call, worlds } = await startAdmin(t)
  await call('GET', '/health', undefined, { 'x-standin-world': 'other' })
  t.same(
    worlds.list().map(({ name }) => name),
    ['default']
  )
})

t.test('it is ready once it answers', async t => {
  const { call } = await startAdmin(t, { adminToken: 'secret' })
  const { statusCode, ...response } = await call('GET', '/ready')
  t.same([statusCode, response.json()], [200, { status: 'ready' }])
})

t.test('while worlds cannot be kept, it is degraded and not ready', async t => {
  const app = Fastify()
  t.teardown(() => app.close())
  app.setSerializerCompiler(() => value => JSON.stringify(value))
  app.register(healthRoutes, { contracts: [], version: '1.2.3', keeper: { failure: 'the disk is full' } })
  const health = await app.inject('/health')
  t.equal(health.statusCode, 200, 'a restart would not help')
  t.match(health.json(), { status: 'degraded', why: 'the disk is full' })
  const ready = await app.inject('/ready')
  t.equal(ready.statusCode, 503)
  t.match(ready.json(), { code: 'STANDIN_NOT_READY', detail: /the disk is full/ })
})

t.test('it is not ready when it takes no more connections', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  t.teardown(() => { socket.destroy() })
  const ask = async (path: string) => {
    socket.write(`GET /__admin/${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    const [chunk] = await once(socket, 'data')
    return String(chunk)
  }
  t.match(await ask('ready'), 'HTTP/1.1 200')
  // As a stop begins.
  Server.prototype.close.call(app.server)
  t.match(await ask('ready'), /^HTTP\/1\.1 503[^]*it is stopping[^]*STANDIN_NOT_READY/)
  t.match(await ask('health'), 'HTTP/1.1 200', 'it still answers')
})
