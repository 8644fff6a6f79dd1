import { once } from 'node:events'
import t from 'tap'
import type { Test } from 'tap'
import { EventHub } from '../../src/events/event-hub.ts'
import { streamEvents } from '../../src/events/stream-events.ts'
import type { EventStreamOptions } from '../../src/events/stream-events.ts'
import type { EventLogOptions } from '../../src/events/event-log.ts'
import { deleteResource, forceStatus, seedResource } from '../../src/simulation/seed.ts'
import { moveClock, moveTo } from '../../src/worlds/move-clock.ts'
import type { Resource } from '../../src/worlds/resource.ts'
import { Worlds } from '../../src/worlds/worlds.ts'
import { exchange } from '../journal/exchange.ts'
import { kiln, KILN_START } from '../simulation/kiln.ts'

interface Sent {
  readonly id: string
  readonly data: { readonly kind: string, readonly event?: string, readonly [member: string]: unknown }
}

/** The worlds of a kiln, whose clocks stand still. */
function startWorlds (t: Test, options?: EventLogOptions) {
  const { simulation, types } = kiln()
  const worlds = new Worlds({
    seed: 1,
    startsAt: KILN_START,
    clockMode: 'frozen',
    indexes: simulation.indexes,
    maxResources: 10,
    maxExchanges: 10,
    maxWorlds: 2
  })
  const hub = new EventHub(worlds, options)
  hub.use(types)
  t.teardown(() => worlds.close())
  const batch = types.get('kiln.Batch')
  if (batch === undefined) throw new Error('the kiln has batches')

  /** Follows the events; `heard` lists them once all that happened was sent. */
  const follow = (options?: EventStreamOptions) => {
    const stream = streamEvents(hub, options).setEncoding('utf8')
    t.teardown(() => stream.destroy())
    let text = ''
    stream.on('data', (chunk: string) => { text += chunk })
    const heard = async (): Promise<Sent[]> => {
      for (let turn = 0; turn < 6; turn++) await new Promise(resolve => setImmediate(resolve))
      return [...text.matchAll(/^event: (\w+)\nid: (\S+)\ndata: (.*)$/gm)].map(([, kind, id = '', data = '']) => {
        t.equal(kind, JSON.parse(data).kind)
        return { id, data: JSON.parse(data) }
      })
    }
    return { stream, heard, text: () => text }
  }
  return { worlds, hub, batch, follow }
}

/** Keeps the process alive, whose timers would not. */
function keepAlive (t: Test): void {
  const timer = setInterval(() => {}, 1_000)
  t.teardown(() => clearInterval(timer))
}

const named = (sent: readonly Sent[]) => sent.map(({ data: { event, kind } }) => `${kind} ${event}`)

t.test('jobs are told as they are created, moved by the clock or otherwise, and deleted', async t => {
  const { batch, follow, worlds } = startWorlds(t)
  const { heard } = follow({ kinds: new Set(['resource']) })
  const world = worlds.get('studio')
  seedResource(batch, '7', {}, world)
  const job = world.store.get('kiln.Batch', '7') as Resource
  await moveTo(world, KILN_START + 10_000)
  forceStatus(job, batch, 'heating', world)
  await moveTo(world, KILN_START + 11_000)
  deleteResource(batch, '7', world)
  await moveTo(world, KILN_START + 99_000)

  const moves = (await heard()).map(({ data: { at, event, from, to, until } }) => [event, at, from, to, until])
  const at = (seconds: number) => `2026-01-01T00:00:${String(seconds).padStart(2, '0')}.000Z`
  t.same(moves, [
    ['created', at(0), null, 'heating', at(2)],
    ['moved', at(2), 'heating', 'firing', at(7)],
    ['moved', at(7), 'firing', 'cooling', '2026-01-02T00:00:07.000Z'],
    ['moved', at(10), 'cooling', 'heating', at(12)],
    ['deleted', at(11), 'heating', null, null]
  ])
})

t.test('jobs that were there before somebody listens move, too', async t => {
  const { batch, follow, worlds } = startWorlds(t)
  const world = worlds.get('studio')
  seedResource(batch, '7', {}, world)
  const { heard } = follow()
  await moveTo(world, KILN_START + 2_000)
  t.same(named(await heard()), ['resource moved', 'clock advanced'])
})

t.test('by a clock that runs, a move is told when it is due', async t => {
  keepAlive(t)
  const { batch, follow, worlds } = startWorlds(t)
  const world = worlds.get('studio')
  const { stream } = follow({ kinds: new Set(['resource']) })
  seedResource(batch, '7', { status: 'heating' }, world)
  await moveTo(world, KILN_START + 1_990)
  await moveClock(world, { mode: 'running' })
  let text = ''
  while (!text.includes('firing')) [text] = await once(stream, 'data')
  t.match(text, '"from":"heating","to":"firing"')
})

t.test('a clock that moves to the next event stops where it would stop if nobody listened', async t => {
  const { batch, follow, worlds } = startWorlds(t)
  const world = worlds.get('studio')
  follow()
  seedResource(batch, '7', {}, world)
  seedResource(batch, '8', {}, world)
  t.equal(world.schedule.next(), KILN_START + 2_000)
  await moveTo(world, KILN_START + 1_000)
  forceStatus(world.store.get('kiln.Batch', '7') as Resource, batch, 'ready', world)
  deleteResource(batch, '8', world)
  t.equal(world.schedule.next(), undefined, 'nothing is due any more')
})

t.test('clocks and worlds are told', async t => {
  const { follow, worlds } = startWorlds(t)
  const { heard } = follow()
  const world = worlds.get('a')
  await moveClock(world, { mode: 'running' })
  await moveClock(world, { mode: 'running' })
  await moveClock(world, { mode: 'frozen', now: '2026-01-02T00:00:00Z' })
  worlds.reset('a')
  worlds.get('b')
  worlds.get('c')
  worlds.delete('b')
  worlds.delete('b')
  const sent = await heard()
  t.same(named(sent), [
    'world created', 'clock running', 'clock frozen', 'clock advanced', 'world reset',
    'world created', 'world dropped', 'world created', 'world dropped'
  ])
  t.same(sent.filter(({ data }) => data.event === 'dropped').map(({ data: { reason, world } }) => [world, reason]), [
    ['a', 'evicted'],
    ['b', 'deleted']
  ])
})

t.test('the events of one world, or of some kinds, are chosen', async t => {
  const { follow, worlds } = startWorlds(t)
  const all = follow()
  const ofB = follow({ world: 'b' })
  const exchanges = follow({ kinds: new Set(['exchange']) })
  worlds.get('a').store.append(exchange({ url: '/orders?token=secret' }))
  worlds.get('b').store.append(exchange())
  t.same(named(await all.heard()), ['world created', 'exchange ended', 'world created', 'exchange ended'])
  t.same((await ofB.heard()).map(({ data }) => data.world), ['b', 'b'])
  t.match(await exchanges.heard(), [{ data: { world: 'a', exchange: { url: '/orders?token=***' } } }, {}])
})

t.test('a reader that comes back gets what it missed', async t => {
  const { follow, worlds } = startWorlds(t)
  const first = follow()
  worlds.get('a')
  const [created] = await first.heard()
  first.stream.destroy()
  worlds.reset('a')
  const again = follow({ after: created?.id })
  worlds.delete('a')
  t.same(named(await again.heard()), ['world reset', 'world dropped'])
})

t.test('a reader that comes back too late is told how much it missed', async t => {
  const { follow, worlds } = startWorlds(t, { maxEvents: 2 })
  const first = follow()
  worlds.get('a')
  const [created] = await first.heard()
  for (let count = 0; count < 5; count++) worlds.reset('a')
  const again = follow({ after: created?.id })
  const sent = await again.heard()
  t.match(sent, [{ data: { kind: 'gap', missed: 3 } }, { data: { event: 'reset' } }, { data: { event: 'reset' } }])
  t.same((await follow({ after: sent[0]?.id }).heard()).length, 2, 'the id of a gap goes on after it')
  t.match(await follow({ after: 'from-1' }).heard(), [{ data: { kind: 'gap', missed: null } }])
})

t.test('a slow reader costs no memory, and is told what it missed', async t => {
  const { hub, worlds } = startWorlds(t, { maxEvents: 100 })
  const stream = streamEvents(hub, {}).setEncoding('utf8')
  t.teardown(() => stream.destroy())
  stream.read()
  const { store } = worlds.get('a')
  for (let round = 0; round < 50; round++) {
    for (let count = 0; count < 100; count++) store.append(exchange())
    await new Promise(resolve => setImmediate(resolve))
  }
  t.ok(stream.readableLength < 70_000, `${stream.readableLength} characters wait`)

  let text = ''
  stream.on('data', (chunk: string) => { text += chunk })
  for (let turn = 0; turn < 50; turn++) await new Promise(resolve => setImmediate(resolve))
  const gaps = Array.from(text.matchAll(/"kind":"gap","missed":(\d+)/g), ([, missed]) => Number(missed))
  const sent = text.match(/"kind":"(exchange|world)"/g)?.length ?? 0
  t.equal(gaps.reduce((sum, missed) => sum + missed, sent), 5_001, `${sent} were sent`)
  t.ok(sent < 1_000)
})

t.test('while nothing is sent, the id of what was looked at keeps the connection open', async t => {
  keepAlive(t)
  const { follow, worlds } = startWorlds(t)
  const { stream } = follow({ kinds: new Set(['clock']), heartbeatMs: 5 })
  worlds.get('a')
  await once(stream, 'data')
  let text = ''
  while (!text.includes('-1\n')) [text] = await once(stream, 'data')
  t.match(text, /^id: \w+-1\n\n$/)
})

t.test('nothing is watched before somebody listens; the end of the server ends the stream', async t => {
  const { batch, follow, worlds } = startWorlds(t)
  const world = worlds.get('a')
  seedResource(batch, '7', {}, world)
  t.same([worlds.watcher, world.watcher, world.schedule.size], [undefined, undefined, 0])
  const { stream } = follow()
  t.ok(worlds.watcher !== undefined && world.watcher !== undefined)
  t.equal(world.schedule.size, 1)
  const ended = once(stream, 'end')
  worlds.close()
  await ended
  t.same([worlds.watcher, world.watcher, world.schedule.size], [undefined, undefined, 0])
})
