import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { startShop } from './orders.ts'

t.test('what the files say anew is served, and what they no longer say is not', async t => {
  const { app, edit, send } = await startShop(t, { orders: false })
  t.match(await send('GET', '/orders'), { status: 404 })

  t.match(await edit({ title: 'Better shop' }), {
    added: ['shop.findOrders', 'shop.addOrder', 'shop.readOrder'],
    gone: [],
    dropped: []
  })
  t.match(await send('POST', '/orders', { name: 'a' }), { status: 201, body: { name: 'a' } })
  t.match((await send('GET', '/__admin/contracts')).body, { contracts: [{ title: 'Better shop', operations: 4 }] })
  t.match(app.contracts, [{ document: { info: { title: 'Better shop' } } }])

  t.match(await edit({ orders: false }), { added: [], gone: ['shop.findOrders', 'shop.addOrder', 'shop.readOrder'] })
  t.match(await send('POST', '/orders', { name: 'a' }), { status: 404 })
})

t.test('a broken edit is rejected with every mistake, and the last good one goes on serving', async t => {
  const { app, edit, folder, send } = await startShop(t)
  const file = join(folder, 'openapi/shop.json')
  const broken = [
    '{',
    '{ "openapi": "4.0.0" }',
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'S', version: '1' },
      paths: {},
      'x-standin': { recources: {} }
    })
  ]
  await send('POST', '/orders', { name: 'kept' })

  for (const text of broken) {
    writeFileSync(file, text)
    await t.rejects(app.reload(), { code: 'STANDIN_INVALID_DOCUMENT', message: /shop\.json:\d+:\d+ / })
    t.match(await send('GET', '/orders?name=kept'), { status: 200, body: [{ name: 'kept' }] })
  }
  rmSync(file)
  await t.rejects(app.reload(), { code: 'STANDIN_INVALID_DOCUMENT', message: /has no OpenAPI document/ })

  await edit({ title: 'Mended' })
  t.match(await send('GET', '/orders?name=kept'), { status: 200, body: [{ name: 'kept' }] })
  t.match((await send('GET', '/__admin/contracts')).body, { contracts: [{ title: 'Mended' }] })
})

t.test('fixtures, rows, scenarios and whole documents that come and go count too', async t => {
  const { app, folder, send } = await startShop(t)
  const scenarios = async () => ((await send('GET', '/__admin/scenarios')).body as { scenarios: unknown[] }).scenarios

  writeFileSync(join(folder, 'fixtures/shop/listPots.200.json'), '["a pot of a fixture"]')
  writeFileSync(
    join(folder, 'fixtures/shop/scenarios/busy.yaml'),
    'description: Nothing can be had\nsettings: { delayMs: 1 }\n'
  )
  writeFileSync(
    join(folder, 'openapi/cellar.yaml'),
    'openapi: 3.1.0\ninfo: { title: Cellar, version: "1" }\npaths: { /wine: { get: { responses: { 204: { description: None } } } } }\n'
  )
  t.match(await app.reload(), { added: ['cellar.GET /wine'] })
  t.same((await send('GET', '/pots')).body, ['a pot of a fixture'])
  t.match(await scenarios(), [{ name: 'shop/busy' }])
  t.equal((await send('GET', '/wine')).status, 204)

  rmSync(join(folder, 'fixtures/shop/listPots.200.json'))
  rmSync(join(folder, 'fixtures/shop/scenarios/busy.yaml'))
  rmSync(join(folder, 'openapi/cellar.yaml'))
  t.match(await app.reload(), { gone: ['cellar.GET /wine'] })
  t.notSame((await send('GET', '/pots')).body, ['a pot of a fixture'])
  t.same(await scenarios(), [])
  t.equal((await send('GET', '/wine')).status, 404)
})

t.test('a scenario file with a mistake is told like a document with one', async t => {
  const { app, folder, send } = await startShop(t)
  writeFileSync(
    join(folder, 'fixtures/shop/scenarios/busy.yaml'),
    'description: Busy\nstubs:\n  - operation: shop.listPotts\n'
  )

  await t.rejects(app.reload(), { code: 'STANDIN_INVALID_DOCUMENT', message: /busy\.yaml:3:\d+ .*shop\.listPots/ })
  t.equal((await send('GET', '/pots')).status, 200)
})

t.test('a request in flight is answered by what was served when it came', async t => {
  const { app, edit, send } = await startShop(t)
  await send('POST', '/__admin/stubs', {
    operation: 'shop.listPots',
    reply: { body: ['old'] },
    delay: { fixed: 'PT1S', by: 'clock' }
  })
  const pending = app.inject('/pots')
  // It has come once the next one has been answered.
  await send('GET', '/orders')
  await send('DELETE', '/__admin/stubs')
  await edit({ title: 'Another' })

  t.notSame((await send('GET', '/pots')).body, ['old'])
  await send('POST', '/__admin/clock/advance', { by: 'PT1S' })
  t.same((await pending).json(), ['old'])
})

t.test('no request is lost while the files are read again and again', async t => {
  const { app, edit } = await startShop(t)
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const statuses = new Set<number>()
  const done = new AbortController()
  let answered = 0
  const clients = Array.from({ length: 8 }, async (_, client) => {
    for (let count = 0; !done.signal.aborted; count++) {
      const body = JSON.stringify({ name: `${client}` })
      const response = await fetch(
        `${base}/orders`,
        count % 2 === 0
          ? { method: 'POST', headers: { 'content-type': 'application/json' }, body }
          : {}
      )
      await response.text()
      statuses.add(response.status)
      answered++
    }
  })
  for (let edition = 0; edition < 10; edition++) {
    await edit({ title: `Edition ${edition}`, index: edition % 2 === 0 ? ['name'] : [] })
  }
  done.abort()
  await Promise.all(clients)

  t.same([...statuses].sort(), [200, 201])
  const { total } = (await app.inject('/__admin/resources/shop.Order')).json()
  t.ok(answered >= 8 && Math.abs(total * 2 - answered) <= 8, `${answered} requests, ${total} orders`)
})

t.test('reloads that are asked for at once come one after the other', async t => {
  const { app, send } = await startShop(t)
  const reloads = await Promise.all([app.reload(), app.reload(), app.reload()])

  t.equal(reloads.length, 3)
  t.equal((await send('GET', '/pots')).status, 200)
})

t.test('URLs and methods come through as they were sent', async t => {
  const { app, edit } = await startShop(t)
  await edit({ title: 'Another' })
  const statusOf = async (method: string, url: string, headers = {}) =>
    (await app.inject({ method: method as 'GET', url, headers })).statusCode

  t.equal(await statusOf('GET', '/~elsewhere/pots'), 200)
  t.match((await app.inject('/orders/%zz')).json(), { status: 400, detail: /shop\.readOrder/ })
  t.equal(await statusOf('GET', '/%'), 404)
  t.equal(await statusOf('PROPFIND', '/pots'), 405)
  t.equal(
    await statusOf('OPTIONS', '/pots', {
      origin: 'https://a.example',
      'access-control-request-method': 'GET'
    }),
    204
  )
  const { worlds } = (await app.inject('/__admin/worlds')).json()
  t.ok(worlds.some(({ name }: { name: string }) => name === 'elsewhere'))
})

t.test('a reload keeps the counts of what is the same', async t => {
  const { app, edit, send } = await startShop(t)
  await send('POST', '/orders', { name: 'a' })
  const orders = () => app.coverage?.report({ operation: 'shop.addOrder' }).summary.operations
  t.match(orders(), [{ operation: 'shop.addOrder', touched: 1 }])
  await edit({ title: 'Better shop' })
  t.match(orders(), [{ touched: 1 }])
  await edit({ orders: false })
  t.strictSame(orders(), [])
  await edit({ orders: true })
  await send('POST', '/orders', { name: 'b' })
  const { cells } = app.coverage?.report({ operation: 'shop.addOrder' }) ?? {}
  t.match(cells?.filter(({ hits }) => hits > 0), [{ id: /^shop\.addOrder responses 201/, hits: 2 }])
})
