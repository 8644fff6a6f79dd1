import { once } from 'node:events'
import t from 'tap'
import type { Test } from 'tap'
import { streamExchanges } from '../../src/journal/stream-exchanges.ts'
import type { StreamOptions } from '../../src/journal/stream-exchanges.ts'
import type { Exchange } from '../../src/worlds/exchange.ts'
import { pause } from '../../src/worlds/clock.ts'
import { World } from '../../src/worlds/world.ts'
import { exchange } from './exchange.ts'

/** A world whose journal keeps five exchanges. */
function journal (t: Test) {
  const world = new World('checkout', {
    seed: 1,
    startsAt: 0,
    indexes: [],
    maxResources: 1,
    maxExchanges: 5
  })
  t.teardown(() => world.close())
  return {
    world,
    add (parts: Partial<Exchange> = {}) {
      world.store.append(exchange({ ...parts, id: String(world.store.nextNumber('exchanges', 1)) }))
      world.exchanged.tell()
    },
    /** Follows it; `heard` lists what has been told, `until` waits until so many chunks have come. */
    follow (options?: StreamOptions) {
      const stream = streamExchanges(world, options).setEncoding('utf8')
      t.teardown(() => stream.destroy())
      let text = ''
      stream.on('data', (chunk: string) => {
        text += chunk
      })
      return {
        stream,
        async heard () {
          // What is due is told before the next turn but one.
          for (let turn = 0; turn < 3; turn++) await new Promise(resolve => setImmediate(resolve))
          return text
        },
        /** The ids of the events that were told. */
        async ids () {
          return [...(await this.heard()).matchAll(/^id: (\d+)$/gm)].map(([, id]) => id)
        }
      }
    }
  }
}

t.test('each exchange that comes is an event with its entry, and its id', async t => {
  const { add, follow } = journal(t)
  add()
  const following = follow()
  add({ url: '/orders?token=secret' })
  const [retry, event] = (await following.heard()).split('\n\n')

  t.equal(retry, 'retry: 1000')
  const [name, id, data] = event?.split('\n') ?? []
  t.same([name, id], ['event: exchange', 'id: 2'])
  t.match(JSON.parse(data?.replace('data: ', '') ?? ''), {
    id: '2',
    world: 'checkout',
    request: { url: '/orders?token=***' }
  })
})

t.test('whoever names the last one it heard of gets all after it', async t => {
  const { add, follow } = journal(t)
  for (let count = 1; count <= 4; count++) add()
  const following = follow({ after: '2' })
  t.same(await following.ids(), ['3', '4'])
  add()
  t.same(await following.ids(), ['3', '4', '5'])
  t.same(await follow({ after: '0' }).ids(), ['1', '2', '3', '4', '5'])
})

t.test('after a reset, an id of the world before begins at the beginning', async t => {
  const { add, follow } = journal(t)
  add()
  for (const after of ['57', 'abc', '-1', '1.5', '9e99']) {
    t.same(await follow({ after }).ids(), ['1'], after)
  }
})

t.test('what was dropped before it could be sent is told', async t => {
  const { add, follow, world } = journal(t)
  for (let count = 1; count <= 8; count++) add()
  const following = follow({ after: '1' })
  t.match(
    await following.heard(),
    /event: dropped\ndata: \{"count":2\}\n\nevent: exchange\nid: 4\n/
  )
  t.same(await following.ids(), ['4', '5', '6', '7', '8'])
  world.store.deleteExchanges()
  add()
  t.same(
    await following.ids(),
    ['4', '5', '6', '7', '8', '9'],
    'nor does it matter that the journal is emptied'
  )
})

t.test('a filter narrows it', async t => {
  const { add, follow } = journal(t)
  const following = follow({
    filter: { method: 'get', members: [{ part: 'query', pointer: '/page', text: '2' }] }
  })
  add()
  add({ method: 'GET', requestQuery: { page: 2 } })
  add({ method: 'GET', requestQuery: { page: 3 } })
  t.same(await following.ids(), ['2'])
  t.notMatch(await following.heard(), 'dropped')
})

t.test('a slow reader holds up nobody, and costs no more than its share', async t => {
  const { add, world } = journal(t)
  const stream = streamExchanges(world)
  t.teardown(() => stream.destroy())
  for (let count = 1; count <= 1_000; count++) {
    add({ responseBody: 'x'.repeat(10_000) })
    if (count % 100 === 0) await new Promise(resolve => setImmediate(resolve))
  }
  t.ok(stream.readableLength < 80_000, `${stream.readableLength} characters wait`)
})

t.test('it ends with its world', async t => {
  const { add, follow, world } = journal(t)
  const { stream } = follow()
  const ended = once(stream, 'end')
  world.close()
  add()
  await ended
  t.pass('it ended')
})

t.test('a world that has ended is followed to its end at once', async t => {
  const { follow, world } = journal(t)
  world.close()
  await once(follow().stream, 'end')
  t.pass('it ended')
})

t.test('while nothing comes, a comment keeps the connection open', async t => {
  const { follow } = journal(t)
  const { stream } = follow({ heartbeatMs: 5 })
  const alive = setInterval(() => {}, 1_000)
  t.teardown(() => clearInterval(alive))
  let comments = 0
  while (comments < 2) {
    const [chunk] = await once(stream, 'data')
    if (chunk === ': still here\n\n') comments++
  }
  t.equal(comments, 2)
})

t.test('whoever hangs up is told nothing more', async t => {
  const { add, follow, world } = journal(t)
  const { stream } = follow()
  stream.destroy()
  await once(stream, 'close')
  t.doesNotThrow(() => {
    add()
    world.close()
  })
})

t.test('a reader that does not read costs no look at the journal, and is cut', async t => {
  const { add, world } = journal(t)
  const stream = streamExchanges(world, { heartbeatMs: 20 })
  stream.read(0)
  add({ requestBody: 'a'.repeat(60_000) })
  add({ requestBody: 'a'.repeat(60_000) })
  await new Promise(resolve => setImmediate(resolve))
  await new Promise(resolve => setImmediate(resolve))

  let looks = 0
  const { store } = world
  const exchanges = store.exchanges.bind(store)
  store.exchanges = () => {
    looks++
    return exchanges()
  }
  for (let count = 0; count < 10; count++) {
    add()
    await new Promise(resolve => setImmediate(resolve))
  }
  t.equal(looks, 0)
  // The timers of streams do not keep a process alive.
  while (!stream.destroyed) await pause(5)
  t.equal(looks, 0)
})
