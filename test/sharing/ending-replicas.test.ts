import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import type { Test } from 'tap'
import { startBinary } from '../cli/run-binary.ts'
import type { Serving } from '../cli/run-binary.ts'
import { noRedis, noRedisProgram, redisUrl, startRedis } from '../start-redis.ts'
import { bakeryFolder, send, startReceiver } from '../storage/kept-bakery.ts'
import type { Sent } from '../storage/kept-bakery.ts'
import { until } from '../until.ts'

/** How often the server that has a world is killed. */
const { STANDIN_TEST_KILLS: kills = '3' } = process.env

/** A lease that outlasts a busy machine, in seconds. */
const SLOW_LEASE = 10

/** Starts servers that share their worlds, each as a process. */
async function startProcesses (t: Test, store: string, count: number, lease = 1): Promise<Serving[]> {
  const folder = bakeryFolder(t)
  const args = ['--store', store, '--store-lease', String(lease), '--log', 'silent', `${folder}/bakery.yaml`]
  return await Promise.all(Array.from({ length: count }, () => startBinary(t, args)))
}

/** Sends a request again and again, until it is answered with 2xx. */
async function sendUntilGood (url: string, method: string, body?: object): Promise<Sent> {
  for (;;) {
    const sent = await send(url, method, body)
    if (sent.status < 300) return sent
    await setTimeout(5)
  }
}

/** Returns the server that has a world. */
async function ownerOf (servers: readonly Serving[], world: string): Promise<Serving> {
  // On a busy machine, it may go over while it is looked for.
  for (;;) {
    for (const server of servers) {
      const { body: { worlds } } = await sendUntilGood(`${server.url}/__admin/worlds`, 'GET')
      if (worlds.some(({ name }: { name: string }) => name === world)) return server
    }
  }
}

interface Load {
  /** The ids of the breads that were answered with 201. */
  readonly made: string[]
  /** What was answered with another status, or not at all. */
  readonly failed: string[]
  /** Resolves once so many more breads are made. */
  more (count: number): Promise<void>
  end (): Promise<void>
}

interface LoadOptions {
  readonly world: string
  readonly tell?: string
  /** Which servers requests are sent to. */
  targets (): readonly Serving[]
}

/** Has several clients bake bread, each as fast as it is answered, until the test ends at the latest. */
function startLoad (t: Test, { targets, tell, world }: LoadOptions): Load {
  const made: string[] = []
  const failed: string[] = []
  let number = 0
  const ending = new AbortController()
  const client = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const servers = targets()
      const kind = `${world}-${number++}`
      const url = servers[number % servers.length]?.url ?? ''
      try {
        const sent = await send(`${url}/~${world}/breads`, 'POST', { kind, tell }, { 'x-baker': kind })
        if (sent.status === 201) made.push(sent.body.id)
        else failed.push(`${sent.status} ${sent.body.code}`)
      } catch (error) {
        failed.push(String(error))
        await setTimeout(1)
      }
    }
  }
  const clients = Array.from({ length: 4 }, client)
  t.teardown(() => ending.abort())
  return {
    made,
    failed,
    async more (count) {
      const all = made.length + count
      await until(() => made.length >= all)
    },
    async end () {
      ending.abort()
      await Promise.all(clients)
    }
  }
}

/** Lists the ids of all breads of a world. */
async function listBreads ({ url }: Serving, world: string): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let after = ''; ;) {
    const query = `limit=100${after === '' ? '' : `&after=${after}`}`
    const { body } = await sendUntilGood(`${url}/~${world}/__admin/resources/bakery.Bread?${query}`, 'GET')
    for (const { id } of body.resources) ids.add(id)
    if (body.next === null) return ids
    after = body.next
  }
}

t.test('nothing that was answered is lost where the server is killed', { skip: noRedis }, async t => {
  const store = await redisUrl()
  const receiver = await startReceiver(t)
  const received = new Map<string, { plain: number, repeated: number }>()
  const receive = async (): Promise<void> => {
    for (;;) {
      const { body, isRepeated, response } = await receiver.next()
      const { bread, status } = body as { bread: string, status: string }
      const counts = received.get(`${bread} ${status}`) ?? { plain: 0, repeated: 0 }
      counts[isRepeated ? 'repeated' : 'plain']++
      received.set(`${bread} ${status}`, counts)
      response.end('{}')
    }
  }
  receive()
  for (let round = 0; round < Number(kills); round++) {
    const servers = await startProcesses(t, store, 3)
    const world = `killed-${round}`
    let targets = servers
    const load = startLoad(t, { world, tell: receiver.url, targets: () => targets })
    await load.more(30)
    const owner = await ownerOf(servers, world)
    const others = servers.filter(server => server !== owner)
    // Callbacks are under way.
    send(`${others[0]?.url}/~${world}/__admin/clock/advance`, 'POST', { by: 'PT3S' }).catch(() => {})
    await load.more(5)
    targets = others
    await owner.stop('SIGKILL')
    await load.more(30)
    await load.end()
    const [other] = others
    if (other === undefined) throw new Error('There is none')
    const kept = await listBreads(other, world)
    t.same(load.made.filter(id => !kept.has(id)), [], `${load.made.length} breads are there`)
    await sendUntilGood(`${other.url}/~${world}/__admin/clock/advance`, 'POST', { by: 'PT10S' })
    const expected = load.made.flatMap(id => [`${id} oven`, `${id} done`])
    await until(() => expected.every(key => received.has(key)))
    const twice = expected.filter(key => (received.get(key)?.plain ?? 0) > 1)
    t.same(twice, [], 'each callback was sent once, or else said so')
    await Promise.all(others.map(server => server.stop('SIGKILL')))
  }
})

t.test('no request fails while three servers are restarted one after the other', { skip: noRedis }, async t => {
  const store = await redisUrl()
  // A server that is only slow must not be taken for one that has ended.
  const servers = await startProcesses(t, store, 3, SLOW_LEASE)
  let targets = servers
  const worlds = ['one', 'two', 'three'].map(name => `rolling-${name}`)
  const loads = worlds.map(world => startLoad(t, { world, targets: () => targets }))
  const more = async () => { await Promise.all(loads.map(load => load.more(10))) }
  await more()
  for (const server of servers) {
    const [replacement] = await startProcesses(t, store, 1, SLOW_LEASE)
    if (replacement === undefined) throw new Error('It did not start')
    // As a balancer does: the server gets no new requests, and then is told to end.
    targets = [...targets.filter(one => one !== server), replacement]
    await more()
    const { exitCode } = await server.stop('SIGTERM')
    t.equal(exitCode, 0)
    await more()
  }
  await Promise.all(loads.map(load => load.end()))
  for (const [index, { failed, made }] of loads.entries()) {
    t.same(failed, [])
    const kept = await listBreads(targets[0] as Serving, String(worlds[index]))
    t.same(made.filter(id => !kept.has(id)), [])
  }
})

t.test('a server that is paused beyond its lease writes nothing, and reads anew', { skip: noRedis }, async t => {
  const store = await redisUrl()
  const servers = await startProcesses(t, store, 2)
  const [paused, other] = servers
  if (paused === undefined || other === undefined) throw new Error('They did not start')
  const bake = async ({ url }: Serving, kind: string) =>
    await send(`${url}/~paused/breads`, 'POST', { kind }, { 'x-baker': kind })
  t.equal((await bake(paused, 'rye')).status, 201)
  paused.signal('SIGSTOP')
  // The server may have done it before it was paused: nobody knows.
  t.match(await bake(other, 'spelt'), { status: 503, body: { code: 'STANDIN_REPLICA_LOST' } })
  t.equal((await bake(other, 'spelt')).status, 201)
  await send(`${other.url}/~paused/__admin/resources/bakery.Bread/a`, 'PUT', { members: { kind: 'oat' } })
  paused.signal('SIGCONT')
  const read = await send(`${paused.url}/~paused/__admin/resources/bakery.Bread/a`, 'GET')
  t.equal(read.body.shown.kind, 'oat')
  t.equal((await bake(paused, 'spelt')).status, 409)
  t.equal((await bake(paused, 'wheat')).status, 201)
  t.equal((await bake(other, 'wheat')).status, 409)
  t.equal((await listBreads(other, 'paused')).size, 4)
})

t.test('requests get 503 while Redis is away, and then go on', { skip: noRedisProgram }, async t => {
  const redis = await startRedis(t, t.testdir())
  const servers = await startProcesses(t, redis.url, 2)
  const load = startLoad(t, { world: 'away', targets: () => servers })
  await load.more(20)
  await redis.stop()
  const before = load.made.length
  await until(() => load.failed.length > 20)
  t.same(new Set(load.failed), new Set(['503 STANDIN_STORAGE_UNAVAILABLE']))
  t.ok(load.made.length <= before + 4, 'nothing is answered that is not kept')
  const isHealthy = async (): Promise<boolean> => {
    const checks = await Promise.all(servers.map(({ url }) => send(`${url}/__admin/health`, 'GET')))
    return checks.every(({ body }) => body.status === 'ok')
  }
  await until(async () => !await isHealthy())
  await redis.start()
  await load.more(20)
  await load.end()
  await until(isHealthy)
  const kept = await listBreads(servers[1] as Serving, 'away')
  t.same(load.made.filter(id => !kept.has(id)), [])
})
