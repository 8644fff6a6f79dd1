import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import t from 'tap'
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts'
import { bake, bakeryFolder, send, startKept, startReceiver } from './kept-bakery.ts'

/** Returns the values of the parts that are in the file of a server that has ended, by their keys. */
function readFile (folder: string, like: string): Map<string, string> {
  const database = new DatabaseSync(`${folder}/data/worlds.db`)
  const rows = database.prepare('SELECT key, value FROM parts WHERE key LIKE ?').all(like)
  database.close()
  return new Map(rows.map(({ key, value }) => [String(key), String(value)]))
}

t.test('a callback that is under way when the server stops is sent again, though nothing else is due', async t => {
  const folder = bakeryFolder(t)
  const receiver = await startReceiver(t)
  const first = await startKept(folder)
  await bake(`${first.url}/~told`, 'rye', { tell: receiver.url })
  const advancing = send(`${first.url}/~told/__admin/clock/advance`, 'POST', { by: 'PT5.5S' })
  const before = await receiver.next()
  before.response.end()
  await advancing
  const interrupted = await receiver.next()
  t.match(interrupted.body, { status: 'done' })
  await first.stop()
  interrupted.response.end()

  const second = await startKept(folder)
  t.teardown(second.stop)
  const repeated = await receiver.next()
  repeated.response.end()
  t.match(repeated, { body: { status: 'done' }, isRepeated: true })
})

t.test('a world is not unloaded while it sends a callback', async t => {
  const folder = bakeryFolder(t)
  const receiver = await startReceiver(t)
  const { stop, url } = await startKept(folder, { maxWorlds: 1 })
  t.teardown(stop)
  await bake(`${url}/~told`, 'rye', { tell: receiver.url })
  const advancing = send(`${url}/~told/__admin/clock/advance`, 'POST', { by: 'PT5.5S' })
  const before = await receiver.next()
  before.response.end()
  await advancing
  const sent = await receiver.next()
  for (const other of ['a', 'b']) await bake(`${url}/~${other}`, 'rye')
  const waiting = await send(`${url}/~told/__admin/callbacks?state=waiting`, 'GET')
  t.match(waiting.body.callbacks, [{ attempts: [] }])
  sent.response.end()
  const delivered = await send(`${url}/~told/__admin/callbacks?state=delivered&count=2&wait=PT10S`, 'GET')
  t.match(delivered.body.callbacks, [{ attempts: [{ status: 200 }] }, { attempts: [{ status: 200 }] }])
})

t.test('a task that ended with its process is not due for ever', async t => {
  const folder = bakeryFolder(t)
  const first = await startKept(folder)
  await bake(first.url, 'rye')
  await first.stop()
  const database = new DatabaseSync(`${folder}/data/worlds.db`)
  database.exec('UPDATE worlds SET due = 1')
  database.close()

  const second = await startKept(folder)
  let listed = await send(`${second.url}/~other/__admin/worlds`, 'GET')
  while (listed.body.unloaded.length > 0) listed = await send(`${second.url}/~other/__admin/worlds`, 'GET')
  await second.stop()
  const storage = await openSqliteStorage(`${folder}/data`)
  t.teardown(() => storage.close())
  t.same(await storage.listDue(Number.MAX_SAFE_INTEGER), [])
})

t.test('changes are saved while the pieces of a response trickle by the clock', async t => {
  const folder = bakeryFolder(t)
  const { stop, url } = await startKept(folder)
  t.teardown(stop)
  const reply = { status: 200, body: { id: '1' }, trickle: { chunks: 8, over: 'PT1H', by: 'clock' } }
  const added = await send(`${url}/__admin/stubs`, 'POST', { operation: 'bakery.look', reply })
  t.equal(added.status, 201)
  const looked = await fetch(`${url}/breads/1`)
  t.equal((await bake(url, 'rye')).status, 201)
  await looked.body?.cancel()
})

t.test('a world goes back to documents from before without what only those between knew', async t => {
  const folder = bakeryFolder(t)
  const file = `${folder}/bakery.yaml`
  const text = readFileSync(file, 'utf8')
  const changed = text.replaceAll('type: Bread,', 'type: Loaf,').replace('    Bread:\n      id', '    Loaf:\n      id')
  for (const [document, status] of [[text, 201], [changed, 201], [text, 201]] as const) {
    writeFileSync(file, document)
    const server = await startKept(folder)
    t.equal((await bake(server.url, 'rye')).status, status)
    const { body: { resources } } = await send(`${server.url}/__admin/dump`, 'GET')
    t.equal(resources.length, 1)
    await server.stop()
  }
})

t.test('what a server has no room for is no longer kept', async t => {
  const folder = bakeryFolder(t)
  const first = await startKept(folder)
  for (const kind of ['rye', 'spelt', 'oats', 'wheat']) await bake(first.url, kind)
  await first.stop()
  t.equal(readFile(folder, 'requests %').size, 4)
  const second = await startKept(folder, { maxExchanges: 2 })
  t.equal((await bake(second.url, 'rye')).status, 409)
  await second.stop()
  t.equal(readFile(folder, 'requests %').size, 2)
})

t.test('a clock that runs is as far ahead after a start as it was', async t => {
  const folder = bakeryFolder(t)
  const first = await startKept(folder)
  await Promise.all(Array.from({ length: 200 }, (_, number) => bake(first.url, String(number))))
  await first.stop()
  const offsetOf = (): number => JSON.parse(readFile(folder, 'state').get('state') ?? '').clock.offset
  const before = offsetOf()
  const second = await startKept(folder)
  await bake(second.url, 'rye')
  await second.stop()
  t.equal(offsetOf(), before)
})
