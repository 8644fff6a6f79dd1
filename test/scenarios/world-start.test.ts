import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import t from 'tap'
import { createReloadable, createStandin } from '../../src/index.ts'
import type { StandinOptions } from '../../src/index.ts'
import { ordersDocument } from '../reload/orders.ts'

const BUSY = `description: Nothing can be had, and one order is there
parameters: { status: { default: open } }
settings: { delayMs: 1 }
resources: { shop.Order: { first: { status: $parameters.status } } }
stubs:
  - { operation: shop.listPots, reply: { body: [busy] } }
`

const LATER = `description: It is later
clock: { mode: frozen, now: "2001-02-03T04:05:06Z" }
stubs:
  - { operation: shop.listPots, reply: { body: [later] }, times: 1 }
`

function shopFiles (t: Test): { openapi: string, fixtures: string } {
  const folder = t.testdir({
    openapi: { 'shop.json': JSON.stringify(ordersDocument()) },
    fixtures: { shop: { scenarios: { 'busy.yaml': BUSY, 'later.yaml': LATER } } }
  })
  return { openapi: join(folder, 'openapi'), fixtures: join(folder, 'fixtures') }
}

async function startShop (t: Test, options: StandinOptions): Promise<FastifyInstance> {
  const app = await createStandin({ ...shopFiles(t), ...options })
  t.teardown(() => app.close())
  return app
}

const get = async (app: FastifyInstance, url: string): Promise<unknown> => (await app.inject(url)).json()

t.test('every new world starts with the scenario, the default one and others', async t => {
  const app = await startShop(t, { scenario: 'shop/busy' })

  for (const world of ['', '/~other']) {
    t.same(await get(app, `${world}/pots`), ['busy'])
    t.match(await get(app, `${world}/orders/first`), { id: 'first', status: 'open' })
    t.match(await get(app, `${world}/__admin/settings`), { delayMs: 1 })
    t.match(await get(app, `${world}/__admin/scenarios`), {
      running: [{ name: 'shop/busy', parameters: { status: 'open' } }]
    })
  }
})

t.test('a world that is reset starts with it again, and stopping takes it back', async t => {
  const app = await startShop(t, { scenario: 'shop/busy' })
  await app.inject({ method: 'DELETE', url: '/__admin/stubs' })
  await app.inject({ method: 'POST', url: '/__admin/reset' })
  t.same(await get(app, '/pots'), ['busy'])

  await app.inject({ method: 'POST', url: '/__admin/scenarios/stop' })
  t.equal((await app.inject('/orders/first')).statusCode, 404)
  t.match(await get(app, '/__admin/scenarios'), { running: [] })
})

t.test('several run beside each other, and the clock starts where one sets it', async t => {
  const app = await startShop(t, { scenario: ['shop/busy', 'shop/later'] })

  t.match(await get(app, '/__admin/clock'), { mode: 'frozen', now: '2001-02-03T04:05:06.000Z' })
  t.same([await get(app, '/pots'), await get(app, '/pots')], [['later'], ['busy']])
  t.match(await get(app, '/__admin/scenarios'), { running: [{ name: 'shop/busy' }, { name: 'shop/later' }] })
})

t.test('every world starts with a frozen clock where that is asked for', async t => {
  const app = await startShop(t, { clock: 'frozen', startsAt: '2030-01-01T00:00:00Z' })

  t.match(await get(app, '/__admin/clock'), { mode: 'frozen', now: '2030-01-01T00:00:00.000Z' })
  t.match(await get(app, '/~other/__admin/clock'), { mode: 'frozen', now: '2030-01-01T00:00:00.000Z' })
  await app.inject({ method: 'PUT', url: '/__admin/clock', payload: { mode: 'running' } })
  await app.inject({ method: 'POST', url: '/__admin/reset' })
  t.match(await get(app, '/__admin/clock'), { mode: 'frozen' })
})

t.test('a scenario that ships can be started with', async t => {
  const app = await createStandin({ scenario: 'mews/failure' })
  t.teardown(() => app.close())

  t.match(await get(app, '/__admin/scenarios'), { running: [{ name: 'mews/failure' }] })
})

t.test('a scenario that does not exist, or has no room, is refused at the start', async t => {
  const files = shopFiles(t)

  await t.rejects(createStandin({ ...files, scenario: 'shop/bussy' }), {
    code: 'STANDIN_UNKNOWN_SCENARIO',
    message: /shop\/busy/
  })
  await t.rejects(createStandin({ ...files, scenario: 'shop/busy', maxResources: 0 }), {
    code: 'STANDIN_RESOURCES_FULL'
  })
})

t.test('after a reload, new worlds start with the scenario as it is then', async t => {
  const files = shopFiles(t)
  const app = await createReloadable({ ...files, scenario: 'shop/busy' })
  t.teardown(() => app.close())
  t.same(await get(app, '/pots'), ['busy'])
  writeFileSync(join(files.fixtures, 'shop/scenarios/busy.yaml'), BUSY.replace('[busy]', '[busier]'))
  await app.reload()

  t.same(await get(app, '/pots'), ['busy'])
  t.same(await get(app, '/~other/pots'), ['busier'])
})
