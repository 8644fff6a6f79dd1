import { createConnection } from 'node:net'
import { once } from 'node:events'
import t from 'tap'
import type { Test } from 'tap'
import { openRedisStorage } from '../../src/storage/redis-storage.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { noRedis, noRedisProgram, redisUrl, startRedis } from '../start-redis.ts'
import { until } from '../until.ts'
import { beginning, testStorage } from './storage-suite.ts'

const LEASE_MS = 300

async function open (t: Test, url: string, name = ''): Promise<Storage> {
  const storage = await openRedisStorage({ url, leaseMs: LEASE_MS })
  t.teardown(() => storage.close())
  if (name !== '') await storage.replicas?.announce(`http://${name}.test`)
  return storage
}

/** Returns whether a process holds a world; `undefined` where it does not know. */
async function holds (storage: Storage, world: string): Promise<boolean | undefined> {
  try {
    return await storage.isOwn(world)
  } catch {
    return undefined
  }
}

/** Sends a command to a server, as one line. */
async function command (url: string, line: string): Promise<void> {
  const { hostname, port } = new URL(url)
  const socket = createConnection(Number(port), hostname)
  socket.write(`${line}\r\n`)
  await once(socket, 'data')
  socket.destroy()
}

t.test('worlds in Redis', { skip: noRedis }, async t => {
  testStorage(t, async () => {
    const url = await redisUrl()
    return { open: t => open(t, url) }
  })

  t.test('a world that one process uses is of another one for the next', async t => {
    const url = await redisUrl()
    const first = await open(t, url, 'first')
    const second = await open(t, url, 'second')
    t.equal((await first.open('one')).kind, 'own')
    t.match(await second.open('one'), { kind: 'foreign', url: 'http://first.test' })
    t.equal(await second.isOwn('one'), false)
    await t.rejects(second.save('one', beginning(['a', '1'])), { code: 'STANDIN_WORLD_MOVED' })
    await first.save('one', beginning(['a', '2']))
    await first.release('one')
    second.replicas?.forget('one')
    t.same(await second.open('one'), { kind: 'own', parts: [['a', '2']] })
    t.match(await first.open('one'), { kind: 'foreign', url: 'http://second.test' })
  })

  t.test('one of many processes that open a world at once gets it', async t => {
    const url = await redisUrl()
    const storages = await Promise.all(Array.from({ length: 5 }, (_, number) => open(t, url, `replica-${number}`)))
    const opened = await Promise.all(storages.map(storage => storage.open('one')))
    t.equal(opened.filter(({ kind }) => kind === 'own').length, 1)
  })

  t.test('a process that ends leaves its worlds to others, and takes no more', async t => {
    const url = await redisUrl()
    const first = await open(t, url, 'first')
    const second = await open(t, url, 'second')
    await first.open('one')
    await first.save('one', { ...beginning(['a', '1']), due: 1 })
    t.same(await first.replicas?.list(), ['http://second.test'])
    await first.replicas?.leave()
    t.same(await second.replicas?.list(), [])
    t.match(await first.open('two'), { kind: 'foreign', url: 'http://second.test' })
    t.same(await second.listDue(5), [])
    await first.release('one')
    t.same(await first.listDue(5), [])
    t.same(await second.listDue(5), ['one'])
  })

  t.test('the processes know each other by one secret', async t => {
    const url = await redisUrl()
    const first = await open(t, url)
    const second = await open(t, url)
    t.match(first.replicas?.secret, /^[\da-f-]{36}$/)
    t.equal(first.replicas?.secret, second.replicas?.secret)
  })
})

t.test('with a server of Redis for a test alone', { skip: noRedisProgram }, async t => {
  t.test('scripts that the server has forgotten are sent again', async t => {
    const { url } = await startRedis(t)
    const storage = await open(t, url)
    await storage.open('one')
    await storage.save('one', beginning(['a', '1']))
    await command(url, 'SCRIPT FLUSH')
    await storage.save('one', beginning(['a', '2']))
    t.same(await storage.open('one'), { kind: 'own', parts: [['a', '2']] })
  })

  t.test('a process that was cut off for longer than its lease does not write what another one has taken', async t => {
    const redis = await startRedis(t, t.testdir())
    const first = await open(t, redis.url, 'first')
    await first.open('one')
    await first.open('two')
    await first.save('one', beginning(['a', '1']))
    await first.save('two', beginning(['a', '1']))
    // No lease is renewed while the server is away, and those that it had expire.
    await redis.stop()
    await until(async () => await holds(first, 'one') === undefined)
    await redis.start()
    const second = await open(t, redis.url, 'second')
    t.same(await second.open('one'), { kind: 'own', parts: [['a', '1']] })
    await until(async () => await holds(first, 'two') === true)
    t.equal(await first.isOwn('one'), false)
    await t.rejects(first.save('one', beginning(['a', '2'])), { code: 'STANDIN_WORLD_MOVED' })
    await first.save('two', beginning(['a', '2']))
    t.same(await second.open('one'), { kind: 'own', parts: [['a', '1']] })
    second.replicas?.forget('two')
    t.match(await second.open('two'), { kind: 'foreign', url: 'http://first.test' })
  })

  t.test('while the server is away, everything is refused with the reason; then it goes on', async t => {
    const redis = await startRedis(t, t.testdir())
    const storage = await open(t, redis.url)
    await storage.open('one')
    await storage.save('one', beginning(['a', '1']))
    await redis.stop()
    await t.rejects(storage.save('one', beginning(['a', '2'])), { code: 'STANDIN_STORAGE_UNAVAILABLE' })
    await t.rejects(storage.open('two'), { code: 'STANDIN_STORAGE_UNAVAILABLE' })
    await t.rejects(storage.list(), { code: 'STANDIN_STORAGE_UNAVAILABLE' })
    t.match(storage.failure, /^redis:\/\/127\.0\.0\.1:\d+ cannot be reached: /)
    await redis.start()
    await until(() => storage.list().then(() => true, () => false))
    t.equal(storage.failure, undefined)
    t.same(await storage.open('one'), { kind: 'own', parts: [['a', '1']] })
  })

  t.test('no command waits for ever for a server that hangs', async t => {
    const redis = await startRedis(t)
    const storage = await open(t, redis.url)
    await storage.open('one')
    redis.signal('SIGSTOP')
    const saved = storage.save('one', beginning(['a', '1']))
    await t.rejects(saved, { code: 'STANDIN_STORAGE_UNAVAILABLE', message: /does not reply within 1000 ms/ })
    redis.signal('SIGCONT')
    await until(() => storage.list().then(() => true, () => false))
  })

  t.test('worlds live in a cluster as well', async t => {
    const redis = await startRedis(t, t.testdir(), ['--cluster-enabled', 'yes'])
    await command(redis.url, 'CLUSTER ADDSLOTSRANGE 0 16383')
    await until(async () => await open(t, redis.url).then(() => true, () => false))
    const storage = await open(t, redis.url, 'first')
    for (const world of ['one', 'two', 'three']) {
      await storage.open(world)
      await storage.save(world, { ...beginning(['a', world], ['b', '2']), due: 1 })
      await storage.release(world)
    }
    t.same(await storage.list(), ['one', 'three', 'two'])
    t.same((await storage.listDue(1)).length, 3)
    t.same(await storage.open('three'), { kind: 'own', parts: [['a', 'three'], ['b', '2']] })
  })
})

t.test('a server that cannot be used is refused, and says why', async t => {
  const cases: ReadonlyArray<readonly [url: string, why: RegExp]> = [
    ['redis://127.0.0.1:1', /^The worlds cannot be kept: redis:\/\/127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED/],
    ['redis://user:secret@127.0.0.1:1/3', /redis:\/\/127\.0\.0\.1:1\/3 cannot be reached/]
  ]
  for (const [url, message] of cases) {
    await t.rejects(openRedisStorage({ url, leaseMs: LEASE_MS }), { code: 'STANDIN_INVALID_STORAGE', message }, url)
  }
})
