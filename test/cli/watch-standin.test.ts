import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { ordersDocument } from '../reload/orders.ts'
import { startBinary } from './run-binary.ts'

const SHOP = JSON.stringify(ordersDocument())

t.test('with --watch an edit is taken, the state is kept, and one line says so', async t => {
  const folder = t.testdir({ openapi: { 'shop.json': SHOP }, fixtures: { shop: {} } })
  const file = join(folder, 'openapi/shop.json')
  const { line, stop, url } = await startBinary(t, [
    '--watch',
    '--openapi',
    join(folder, 'openapi'),
    '--fixtures',
    join(folder, 'fixtures')
  ])
  const read = async (path: string) => (await fetch(url + path)).json()
  await fetch(`${url}/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"kept"}'
  })
  await fetch(`${url}/__admin/stubs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"operation":"shop.listPots","reply":{"body":["a stub"]}}'
  })

  writeFileSync(file, JSON.stringify(ordersDocument({ title: 'By a write' })))
  t.match(await line(/reloaded/), /^standin: reloaded \S*shop\.json in \d+ ms$/)
  t.match(await read('/__admin/contracts'), { contracts: [{ title: 'By a write' }] })
  t.match(await read('/orders?name=kept'), [{ name: 'kept' }])
  t.same(await read('/pots'), ['a stub'])

  writeFileSync(`${file}.new`, JSON.stringify(ordersDocument({ title: 'By a rename' })))
  renameSync(`${file}.new`, file)
  await line(/reloaded/)
  t.match(await read('/__admin/contracts'), { contracts: [{ title: 'By a rename' }] })

  rmSync(file)
  writeFileSync(file, JSON.stringify(ordersDocument({ orders: false })))
  t.match(
    await line(/reloaded/),
    /: removed shop\.findOrders, shop\.addOrder, shop\.readOrder; dropped 1 resource of shop\.Order in world default$/
  )
  t.same(await stop('SIGTERM'), { exitCode: 0, stderr: '' })
})

t.test('with --watch a broken edit is reported with its place, and the last good one goes on serving', async t => {
  const folder = t.testdir({ 'shop.json': SHOP })
  const file = join(folder, 'shop.json')
  const { line, stop, url } = await startBinary(t, ['--watch', file])

  writeFileSync(file, SHOP.replace('"resources":', '"recources":'))
  t.match(await line(/recources/), /^standin: \S*shop\.json:\d+:\d+ .*recources/)
  t.match(await line(/goes on serving/), /shop\.json cannot be used/)
  t.equal((await fetch(`${url}/pots`)).status, 200)

  writeFileSync(file, JSON.stringify(ordersDocument({ title: 'Mended' })))
  await line(/reloaded/)
  t.match(await (await fetch(`${url}/__admin/contracts`)).json(), { contracts: [{ title: 'Mended' }] })
  t.equal((await stop('SIGTERM')).exitCode, 0)
})

t.test('with --watch files that are new in a served folder count, and those that are deleted', async t => {
  const folder = t.testdir({ openapi: { 'shop.json': SHOP }, fixtures: {} })
  const { line, url } = await startBinary(t, [
    '--watch',
    '--openapi',
    join(folder, 'openapi'),
    '--fixtures',
    join(folder, 'fixtures')
  ])
  const statusOf = async (path: string) => (await fetch(url + path)).status

  writeFileSync(
    join(folder, 'openapi/cellar.yaml'),
    'openapi: 3.1.0\ninfo: { title: Cellar, version: "1" }\npaths: { /wine: { get: { responses: { 204: { description: None } } } } }\n'
  )
  t.match(await line(/reloaded/), /cellar\.yaml in \d+ ms: added cellar\.GET \/wine$/)
  t.equal(await statusOf('/wine'), 204)

  mkdirSync(join(folder, 'fixtures/shop/scenarios'), { recursive: true })
  writeFileSync(join(folder, 'fixtures/shop/scenarios/busy.yaml'), 'description: Nothing can be had\n')
  await line(/reloaded .*busy\.yaml/)
  t.equal(await statusOf('/__admin/scenarios/shop/busy'), 200)

  rmSync(join(folder, 'openapi/cellar.yaml'))
  t.match(await line(/reloaded/), /removed cellar\.GET \/wine$/)
  t.equal(await statusOf('/wine'), 404)
})

t.test('with --watch referred files and overlays count, also those that are created later', async t => {
  const title = (name: string) =>
    `{ "overlay": "1.0.0", "info": { "title": "O", "version": "1" }, "actions": [{ "target": "$.info", "update": { "title": "${name}" } }] }`
  const document = (schema: string) =>
    `openapi: 3.1.0\ninfo: { title: Wines, version: "1" }\npaths: { /wine: { get: { operationId: readWine, responses: { 200: { description: It, content: { application/json: { schema: { $ref: ${schema} } } } } } } } }\n`
  const folder = t.testdir({
    'wine.yaml': document('parts/one.json'),
    'title.json': title('First'),
    parts: { 'one.json': '{ "const": "one" }' }
  })
  const { line, url } = await startBinary(t, [
    '--watch',
    join(folder, 'wine.yaml'),
    '--overlay',
    join(folder, 'title.json')
  ])
  const wine = async () => (await fetch(`${url}/wine`)).json()
  t.equal(await wine(), 'one')

  writeFileSync(join(folder, 'parts/one.json'), '{ "const": "one more" }')
  t.match(await line(/reloaded/), /one\.json in /)
  t.equal(await wine(), 'one more')

  writeFileSync(join(folder, 'title.json'), title('Second'))
  t.match(await line(/reloaded/), /title\.json in /)
  t.match(await (await fetch(`${url}/__admin/contracts`)).json(), { contracts: [{ title: 'Second' }] })

  writeFileSync(join(folder, 'wine.yaml'), document('parts/two.json'))
  await line(/wine\.yaml/)
  writeFileSync(join(folder, 'parts/two.json'), '{ "const": "two" }')
  t.match(await line(/reloaded/), /two\.json in /)
  t.equal(await wine(), 'two')
})

t.test('with --watch the file that is faulty is named, whichever was edited', async t => {
  const overlay = (update: object) => JSON.stringify({
    overlay: '1.0.0',
    info: { title: 'Own', version: '1' },
    actions: [{ target: '$.info', update }]
  })
  const folder = t.testdir({ 'shop.json': SHOP, 'own.json': overlay({}) })
  const [shop, own] = [join(folder, 'shop.json'), join(folder, 'own.json')]
  const { line } = await startBinary(t, ['--watch', shop, '--overlay', own])

  writeFileSync(own, overlay({ 'x-standin': { limit: {} } }).replace('$.info', '$'))
  t.match(await line(/goes on serving/), /own\.json cannot be used/)
  writeFileSync(shop, JSON.stringify(ordersDocument({ title: 'As good as before' })))
  t.match(await line(/goes on serving/), /^standin: \S*own\.json cannot be used/)
  writeFileSync(own, overlay({ titel: 'It is unknown' }))
  t.match(await line(/is served with/), /shop\.json is served with 1 warning/)
  t.match(await line(/titel/), /own\.json/)
})
