import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import t from 'tap'
import type { Test } from 'tap'
import { startStandin } from '../../src/testing.ts'
import type { StandinOptions } from '../../src/standin-options.ts'
import type { UntypedApi, World } from '../../src/client/index.ts'
import { BAKERY } from './bakery.ts'

const START = '2026-01-01T00:00:00Z'

/** Starts a server of the bakery. */
async function startBakery (t: Test, options: StandinOptions = {}) {
  const folder = t.testdir({ 'bakery.yaml': BAKERY })
  const openapi = [`${folder}/bakery.yaml`]
  return await startStandin<UntypedApi>(t, { openapi, startsAt: START, clock: 'frozen', ...options })
}

/** Starts a receiver of callbacks, which responds with the statuses one after the other, then with 200. */
async function startReceiver (t: Test, statuses: number[] = []) {
  const received: unknown[] = []
  const server = createServer(async (request, response) => {
    received.push({ body: await json(request), baker: request.headers['x-baker'] })
    response.statusCode = statuses.shift() ?? 200
    response.end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  return { received, url: `http://127.0.0.1:${port}/` }
}

interface Baked {
  readonly status: number
  readonly body: { readonly id: string }
}

interface Order {
  /** The key of its limit. */
  readonly baker?: string
  /** The key by which its answer is remembered. */
  readonly key?: string
  /** The URL of its callbacks. */
  readonly tell?: string
}

async function bake ({ url }: Pick<World, 'url'>, kind: string, order: Order = {}): Promise<Baked> {
  const { baker = kind, key, tell } = order
  const json = { 'content-type': 'application/json', 'x-baker': baker }
  const headers = key === undefined ? json : { ...json, 'idempotency-key': key }
  const response = await fetch(`${url}/breads`, { method: 'POST', headers, body: JSON.stringify({ kind, tell }) })
  return { status: response.status, body: await response.json() as Baked['body'] }
}

t.test('a world goes on in another server where it was dumped', async t => {
  const { world } = await startBakery(t)
  const first = await bake(world, 'rye', { key: 'key 1' })
  await bake(world, 'spelt')
  await world.clock.advance('PT2S')
  await world.stub({ operation: 'bakery.bake', when: { body: { kind: 'stub' } }, reply: { status: 409 }, times: 2 })
  const slow = { resources: { 'bakery.Bread': { durations: { dough: 'PT1H' } } } }
  await world.scenarios.put('slow', { description: 'Slow.', settings: slow })
  await world.start('slow')
  await bake(world, 'stub')
  await world.resource('bakery.Bread', 'gone').delete()

  const dump = await world.dump()
  const { server } = await startBakery(t, { seed: 99, clock: 'running', startsAt: '2030-01-01T00:00:00Z' })
  const other = await server.world('other')
  await bake(other, 'before')
  await other.load(JSON.parse(JSON.stringify(dump)))

  t.match(await other.clock.get(), { now: '2026-01-01T00:00:02.000Z', mode: 'frozen' })
  t.same(await other.resources('bakery.Bread'), await world.resources('bakery.Bread'))
  t.same(await other.settings.get(), await world.settings.get())
  t.same(await other.stubs(), await world.stubs())
  t.same(await other.dump(), { ...dump, world: 'other' })

  for (const each of [world, other]) {
    t.same(await bake(each, 'rye', { key: 'key 1' }), first, 'the answer of a key is replayed')
    t.equal((await bake(each, 'rye', { key: 'key 2' })).status, 409, 'a duplicate is refused')
    t.equal((await bake(each, 'stub')).status, 409, 'the stub has a use left')
    const { changes } = await each.clock.advance('PT5S')
    t.match(changes, [{ at: '2026-01-01T00:00:07.000Z', to: 'done' }, { to: 'done' }])
    t.equal((await bake(each, 'rye', { key: 'key 3' })).status, 201)
  }
  const [mine, yours] = [await world.resources('bakery.Bread'), await other.resources('bakery.Bread')]
  t.same(yours, mine, 'the same ids are drawn, and the scenario runs')
  for (const each of [world, other]) {
    await each.scenarios.stop()
    t.same((await each.settings.get()).resources, {})
  }
})

t.test('limits have the same left', async t => {
  const { server, world } = await startBakery(t)
  for (let count = 0; count < 4; count++) await bake(world, `kind ${count}`, { baker: 'Ada' })
  const other = await server.world('other')
  await other.load(await world.dump())
  for (const each of [world, other]) {
    t.equal((await bake(each, 'fifth', { baker: 'Ada' })).status, 201)
    t.equal((await bake(each, 'sixth', { baker: 'Ada' })).status, 429)
    await each.clock.advance('PT1M')
    t.equal((await bake(each, 'seventh', { baker: 'Ada' })).status, 201)
  }
})

t.test('callbacks that wait are sent: for their statuses, and again after a failure', async t => {
  const { received, url } = await startReceiver(t, [500])
  const { server, world } = await startBakery(t)
  const { body: { id } } = await bake(world, 'rye', { tell: url })
  await bake(world, 'spelt', { tell: url })
  await world.clock.advance('PT2S')
  t.equal(received.length, 2)
  const dump = await world.dump()
  await world.close()
  received.length = 0

  const other = await server.world('other')
  await other.load(dump)
  await other.clock.advance('PT1S')
  t.same(received, [{ body: { bread: id, status: 'oven', baker: 'rye' }, baker: undefined }], 'the one that has failed')
  await other.clock.advance('PT4S')
  t.match(received.slice(1), [{ body: { bread: id, status: 'done' } }, { body: { status: 'done' } }])
  const sent = await other.callbacks()
  t.same(sent.map(({ state }) => state), ['delivered', 'delivered', 'delivered', 'delivered'])
  await other.load(await other.dump())
  t.match(await other.redeliver(sent[0]?.id ?? ''), { state: 'delivered', attempts: { length: 3 } })
  t.same(received.at(-1), received[0])
})

t.test('resources are listed in the same order, and dropped in the same', async t => {
  const { world } = await startBakery(t)
  for (const id of ['a', 'b', 'c']) await world.resource('bakery.Bread', id).put({})
  await bake(world, 'rye')
  await world.resource('bakery.Bread', 'a').put({ status: 'done' })
  await bake(world, 'spelt')
  const { world: small } = await startBakery(t, { maxResources: 5 })
  await small.load(await world.dump())
  const ids = async (of: typeof world) => (await of.dump()).resources.map(({ id }) => id)
  t.same(await ids(small), await ids(world))
  const [first] = (await world.dump()).resources.filter(({ createdByRequest }) => createdByRequest)
  const { body: { id } } = await bake(small, 'oat')
  t.same(await ids(small), [...(await ids(world)).filter(known => known !== first?.id), id])
})

t.test('the journal is dumped where it is asked for', async t => {
  const { server, world } = await startBakery(t)
  await bake(world, 'rye', { key: 'key' })
  const other = await server.world('other')
  await other.load(await world.dump())
  t.same(await other.requests(), [])
  await other.load(await world.dump({ journal: true }))
  const renamed = (await world.requests()).map(request => ({ ...request, world: 'other' }))
  t.same(await other.requests(), renamed)
  await bake(other, 'spelt')
  t.same((await other.requests()).map(({ id }) => id), ['1', '2'])
})

t.test('a dump that cannot be loaded leaves the world as it is', async t => {
  const { server, world } = await startBakery(t)
  await bake(world, 'rye')
  const other = await server.world('other')
  await bake(other, 'spelt')
  const before = await other.dump()
  const dump = await world.dump()
  const [bread] = dump.resources
  const small = await startBakery(t, { maxResources: 1 })

  const wrong: ReadonlyArray<readonly [what: string, dump: unknown, pointer?: string]> = [
    ['no dump', {}],
    ['a list', []],
    ['another version', { ...dump, version: 2 }],
    ['another document', { ...dump, documents: { bakery: 'other' } }],
    ['another API', { ...dump, documents: { ...dump.documents, mews: 'other' } }],
    ['an unknown member', { ...dump, more: 1 }, '/more'],
    ['no time', { ...dump, clock: { mode: 'frozen', now: '2026-02-30T00:00:00Z' } }, '/clock/now'],
    ['no numbers', { ...dump, random: [1, 2, 3] }, '/random'],
    ['an unknown type', { ...dump, resources: [{ ...bread, type: 'bakery.Bred' }] }, '/resources/0/type'],
    ['one id twice', { ...dump, resources: [bread, bread] }, '/resources/1/id'],
    ['a number too high', { ...dump, latestResource: 0 }, '/resources/0/number'],
    [
      'an unknown status',
      { ...dump, resources: [{ ...bread, progress: { ...bread?.progress, stages: [{ status: 'burnt' }] } }] },
      '/resources/0/progress/stages/0/status'
    ],
    [
      'no such stage',
      { ...dump, resources: [{ ...bread, progress: { ...bread?.progress, stage: 3 } }] },
      '/resources/0/progress/stage'
    ],
    ['an unknown limit', { ...dump, settings: { ...dump.settings, limits: { x: {} } } }, '/settings/limits/x'],
    [
      'an unknown stub',
      { ...dump, stubs: [{ id: '1', given: { operation: 'none' }, used: 0 }] },
      '/stubs/0/given/operation'
    ],
    ['a scenario without words', { ...dump, scenarios: [{ name: 'x', document: {} }] }, '/scenarios/0/document']
  ]
  for (const [what, value, pointer] of wrong) {
    const place = pointer === undefined ? {} : { violations: [{ pointer }] }
    const expected = { code: 'STANDIN_INVALID_DUMP', status: 400, ...place }
    await t.rejects(other.load(value as typeof dump), expected, what)
  }
  await bake(world, 'spelt')
  await t.rejects(small.world.load(await world.dump()), { code: 'STANDIN_RESOURCES_FULL' })
  t.same(await small.world.resources('bakery.Bread'), [])
  t.same(await other.dump(), before)
})
