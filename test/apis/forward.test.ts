import t from 'tap'
import { createReloadable, createStandin } from '../../src/index.ts'

t.test('headers that a hook of the app has set reach the admin API', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'x-request': '7', 'set-cookie': ['a=1', 'b=2'], 'content-type': 'text/plain' })
  })

  for (const url of ['/__admin/health', '/__admin/clock', '/__admin/nothing', '/~other/__admin/clock']) {
    const { headers } = await app.inject(url)
    t.match(headers, { 'x-request': '7', 'set-cookie': ['a=1', 'b=2'], 'content-type': /json/ }, url)
  }
})

t.test('headers that a hook of a reloadable app has set reach all answers', async t => {
  const app = await createReloadable()
  t.teardown(() => app.close())
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'x-request': '7', 'access-control-allow-origin': 'https://a.test' })
  })

  const api = await app.inject({ method: 'POST', url: '/api/v2/exports/export_claims', payload: {} })
  t.match(api, { statusCode: 202, headers: { 'x-request': '7', 'access-control-allow-origin': 'https://a.test' } })
  t.match((await app.inject('/__admin/clock')).headers, { 'x-request': '7' })
})
