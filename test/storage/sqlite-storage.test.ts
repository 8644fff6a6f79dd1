import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import t from 'tap'
import { openSqliteStorage } from '../../src/storage/sqlite-storage.ts'
import { startBinary } from '../cli/run-binary.ts'
import { bake, bakeryFolder, send, startKept, startReceiver } from './kept-bakery.ts'
import type { Sent } from './kept-bakery.ts'
import { testStorage } from './storage-suite.ts'

t.test('worlds in a file of SQLite', async t => {
  testStorage(t, async t => {
    const folder = t.testdir()
    return {
      async open (t) {
        const storage = await openSqliteStorage(folder)
        t.teardown(() => storage.close())
        return storage
      }
    }
  })
})

t.test('a folder that cannot be used is refused, and says why', async t => {
  const cases: ReadonlyArray<readonly [why: RegExp, prepare: (file: string) => void]> = [
    [/is damaged.*move it away/s, file => writeFileSync(file, 'no database'.repeat(1_000))],
    [/of another program/, file => new DatabaseSync(file).exec('CREATE TABLE others (id INTEGER)')],
    [/has the version 7 of its tables, and this standin reads version 1/, file => {
      new DatabaseSync(file).exec('PRAGMA application_id = 1937006958; PRAGMA user_version = 7')
    }]
  ]
  for (const [why, prepare] of cases) {
    const folder = t.testdir()
    prepare(`${folder}/worlds.db`)
    await t.rejects(openSqliteStorage(folder), { code: 'STANDIN_INVALID_STORAGE', message: why })
  }
  const folder = t.testdir({ file: 'a file' })
  const noFolder = { code: 'STANDIN_INVALID_STORAGE', message: /file is a file: name a folder with --data/ }
  await t.rejects(openSqliteStorage(`${folder}/file`), noFolder)
  const storage = await openSqliteStorage(folder)
  t.teardown(() => storage.close())
  const other = { code: 'STANDIN_INVALID_STORAGE', message: /in use by another process/ }
  await t.rejects(openSqliteStorage(folder), other)
})

t.test('a damaged world is refused with words, and can be deleted; others go on', async t => {
  const folder = bakeryFolder(t)
  const first = await startKept(folder)
  await bake(`${first.url}/~broken`, 'rye')
  await bake(`${first.url}/~whole`, 'rye')
  await first.stop()
  const database = new DatabaseSync(`${folder}/data/worlds.db`)
  database.exec("UPDATE parts SET value = '{' WHERE key LIKE 'resources %' AND " +
    "world = (SELECT id FROM worlds WHERE name = 'broken')")
  database.close()

  const second = await startKept(folder)
  t.teardown(second.stop)
  const refused = await bake(`${second.url}/~broken`, 'rye')
  t.match(refused, { status: 500, body: { code: 'STANDIN_STORED_WORLD_UNREADABLE' } })
  t.equal((await bake(`${second.url}/~whole`, 'rye')).status, 409)
  t.equal((await send(`${second.url}/__admin/worlds/broken`, 'DELETE')).status, 204)
  t.equal((await bake(`${second.url}/~broken`, 'rye')).status, 201)
})

t.test('what the disk has no room for is refused, and what was answered is there after a start', async t => {
  const folder = bakeryFolder(t)
  const args = [`${folder}/bakery.yaml`, '--data', `${folder}/data`]
  const limited = await startBinary(t, args, { fileKiB: 300 })
  const order = async (number: number): Promise<Sent> => {
    const kind = `${number} ${'x'.repeat(20_000)}`
    return await send(`${limited.url}/breads`, 'POST', { kind }, { 'x-baker': String(number) })
  }
  const answered: string[] = []
  let latest = await order(0)
  while (latest.status === 201) {
    answered.push(latest.body.id)
    latest = await order(answered.length)
  }
  t.match(latest, { status: 503, body: { code: 'STANDIN_STORAGE_UNAVAILABLE', detail: /nothing was changed: .*data/ } })
  t.equal((await send(`${limited.url}/__admin/health`, 'GET')).status, 200)
  await limited.stop('SIGKILL')

  const second = await startBinary(t, args)
  t.ok(answered.length > 0)
  for (const id of answered) t.equal((await send(`${second.url}/breads/${id}`, 'GET')).status, 200)
  t.equal((await bake(second.url, 'rye')).status, 201)
})

t.test('nothing that was answered is lost when the process is killed', async t => {
  const folder = bakeryFolder(t)
  const args = [`${folder}/bakery.yaml`, '--data', `${folder}/data`]
  const answered: string[] = []
  for (let round = 0; round < 4; round++) {
    const server = await startBinary(t, args)
    for (const id of answered) t.equal((await send(`${server.url}/breads/${id}`, 'GET')).status, 200)
    const enough = answered.length + 20
    const clients = [0, 1, 2, 3].map(async client => {
      for (let order = 0; ; order++) {
        const baked = await bake(server.url, `${round} ${client} ${order}`).catch(() => undefined)
        if (baked === undefined) return
        t.equal(baked.status, 201)
        answered.push(baked.body.id)
        if (answered.length === enough) server.stop('SIGKILL')
      }
    })
    await Promise.all(clients)
  }
  t.ok(answered.length >= 80)
  const journal = new DatabaseSync(`${folder}/data/worlds.db`)
  t.teardown(() => journal.close())
  const keys = journal.prepare("SELECT value FROM parts WHERE key LIKE 'requests %'").all()
  const posts = keys.filter(({ value }) => JSON.parse(String(value)).operation === 'bakery.bake')
  t.ok(posts.length >= answered.length, 'each is in the journal')
})

t.test('a callback that was under way when the process was killed is sent again, and says so', async t => {
  const folder = bakeryFolder(t)
  const receiver = await startReceiver(t)
  const args = [`${folder}/bakery.yaml`, '--data', `${folder}/data`]
  const first = await startBinary(t, args)
  await bake(first.url, 'rye', { tell: receiver.url })
  send(`${first.url}/__admin/clock/advance`, 'POST', { by: 'PT2S' }).catch(() => {})
  const interrupted = await receiver.next()
  t.match(interrupted, { body: { status: 'oven' }, isRepeated: false })
  await first.stop('SIGKILL')

  const second = await startBinary(t, args)
  const repeated = await receiver.next()
  repeated.response.end()
  t.match(repeated, { body: { status: 'oven' }, isRepeated: true })
  const { body: { callbacks } } = await send(`${second.url}/__admin/callbacks`, 'GET')
  t.match(callbacks[0].attempts[0], { error: /ended before the receiver responded/ })
  await second.stop('SIGTERM')
})
