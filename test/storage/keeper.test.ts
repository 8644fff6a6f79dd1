import t from 'tap'
import { bake, bakeryFolder, send, startKept, startReceiver } from './kept-bakery.ts'

t.test('a world goes on where it was when the server starts again', async t => {
  const folder = bakeryFolder(t)
  const first = await startKept(folder)
  await send(`${first.url}/__admin/clock`, 'PUT', { mode: 'frozen' })
  const baked = await bake(first.url, 'rye', { key: 'key 1' })
  t.equal(baked.status, 201)
  const stub = { operation: 'bakery.look', times: 2, reply: { status: 200, body: { id: 'stubbed' } } }
  t.equal((await send(`${first.url}/__admin/stubs`, 'POST', stub)).status, 201)
  t.equal((await send(`${first.url}/breads/1`, 'GET')).body.id, 'stubbed')
  await send(`${first.url}/__admin/settings`, 'PATCH', { progression: { Bread: 'manual' } })
  await send(`${first.url}/__admin/clock/advance`, 'POST', { by: 'PT3S' })
  await bake(`${first.url}/~other`, 'spelt')
  const before = await send(`${first.url}/__admin/dump?journal=true`, 'GET')
  await first.stop()

  const second = await startKept(folder)
  t.teardown(second.stop)
  const after = await send(`${second.url}/__admin/dump?journal=true`, 'GET')
  t.same(after, before)
  t.equal((await bake(second.url, 'rye', { key: 'key 1' })).body.id, baked.body.id)
  t.equal((await bake(second.url, 'rye')).status, 409)
  t.equal((await send(`${second.url}/breads/1`, 'GET')).body.id, 'stubbed')
  t.equal((await send(`${second.url}/breads/1`, 'GET')).status, 404, 'its two uses are used up')
  const { body: { unloaded, worlds } } = await send(`${second.url}/__admin/worlds`, 'GET')
  t.same([worlds.map(({ name }: { name: string }) => name), unloaded], [['default'], ['other']])
  t.equal((await bake(`${second.url}/~other`, 'spelt')).status, 409)
})

t.test('a world that was reset or deleted begins anew after a start', async t => {
  const folder = bakeryFolder(t)
  const first = await startKept(folder)
  for (const world of ['reset', 'gone', 'kept']) await bake(`${first.url}/~${world}`, 'rye')
  t.equal((await send(`${first.url}/~reset/__admin/reset`, 'POST')).status, 204)
  t.equal((await send(`${first.url}/__admin/worlds/gone`, 'DELETE')).status, 204)
  await first.stop()

  const second = await startKept(folder)
  t.teardown(second.stop)
  t.same((await send(`${second.url}/__admin/worlds`, 'GET')).body.unloaded, ['kept', 'reset'])
  t.equal((await bake(`${second.url}/~kept`, 'rye')).status, 409)
  t.equal((await bake(`${second.url}/~reset`, 'rye')).status, 201)
  t.equal((await bake(`${second.url}/~gone`, 'rye')).status, 201)
  t.equal((await send(`${second.url}/__admin/worlds/none`, 'DELETE')).status, 404)
})

t.test('worlds past the number that is held in memory are unloaded, and loaded again', async t => {
  const folder = bakeryFolder(t)
  const { stop, url } = await startKept(folder, { maxWorlds: 2 })
  t.teardown(stop)
  const names = ['a', 'b', 'c', 'd', 'e']
  const made = await Promise.all(names.map(name => bake(`${url}/~${name}`, 'rye')))
  t.same(made.map(({ status }) => status), names.map(() => 201))
  for (let round = 0; round < 3; round++) {
    const again = await Promise.all(names.map(name => bake(`${url}/~${name}`, 'rye')))
    t.same(again.map(({ status }) => status), names.map(() => 409))
  }
  // A world is unloaded once the connection of its last request knows that the response was sent.
  let listed = await send(`${url}/__admin/worlds`, 'GET')
  while (listed.body.worlds.length > 2) listed = await send(`${url}/__admin/worlds`, 'GET')
  t.equal(listed.body.worlds.length + listed.body.unloaded.length, names.length)
  t.equal(listed.body.dropped, 0)
})

t.test('operations of the admin API act on the world that they name, though it is not loaded', async t => {
  const folder = bakeryFolder(t)
  const first = await startKept(folder)
  await bake(`${first.url}/~named`, 'rye')
  await first.stop()

  const second = await startKept(folder)
  const { body: dump } = await send(`${second.url}/__admin/dump?world=named`, 'GET')
  t.equal(dump.resources.length, 1)
  t.equal((await send(`${second.url}/__admin/dump?world=copy`, 'PUT', dump)).status, 204)
  await second.stop()

  const third = await startKept(folder)
  t.teardown(third.stop)
  t.equal((await bake(`${third.url}/~copy`, 'rye')).status, 409)
  t.equal((await send(`${third.url}/__admin/worlds/named`, 'DELETE')).status, 204)
  t.equal((await bake(`${third.url}/~named`, 'rye')).status, 201)
})

t.test('worlds start like one that is kept, which stays loaded', async t => {
  const folder = bakeryFolder(t)
  const first = await startKept(folder)
  await send(`${first.url}/~model/__admin/settings`, 'PATCH', { progression: 'manual' })
  await first.stop()

  const second = await startKept(folder, { maxWorlds: 1 })
  t.teardown(second.stop)
  t.equal((await send(`${second.url}/__admin/worlds/start`, 'PUT', { from: 'model' })).status, 200)
  for (const name of ['a', 'b', 'c']) {
    await bake(`${second.url}/~${name}`, 'rye')
    t.equal((await send(`${second.url}/~${name}/__admin/settings`, 'GET')).body.progression, 'manual', name)
  }
})

t.test('a callback that waits is sent after a start, though nobody asks for its world', async t => {
  const folder = bakeryFolder(t)
  const receiver = await startReceiver(t)
  const first = await startKept(folder)
  await bake(`${first.url}/~told`, 'rye', { tell: receiver.url })
  // The bread is in the oven after two seconds.
  await send(`${first.url}/~told/__admin/clock/advance`, 'POST', { by: 'PT1.9S' })
  await first.stop()

  const second = await startKept(folder)
  t.teardown(second.stop)
  const { body, isRepeated, response } = await receiver.next()
  response.end()
  t.match(body, { status: 'oven', baker: 'rye' })
  t.notOk(isRepeated)
})

t.test('a world of documents that have changed loses what they have no place for', async t => {
  const folder = bakeryFolder(t)
  const first = await startKept(folder)
  await bake(first.url, 'rye')
  const stub = { operation: 'bakery.look', reply: { status: 200, body: { id: 'stubbed' } } }
  await send(`${first.url}/__admin/stubs`, 'POST', stub)
  await first.stop()

  const { default: fs } = await import('node:fs')
  const file = `${folder}/bakery.yaml`
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('operationId: look', 'operationId: see'))
  const second = await startKept(folder)
  t.teardown(second.stop)
  t.same((await send(`${second.url}/__admin/stubs`, 'GET')).body.stubs, [])
  t.equal((await bake(second.url, 'rye')).status, 409, 'the bread is still there')
})
