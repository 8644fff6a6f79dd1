import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { request } from 'undici'
import { delaysDuring } from '../delays-during.ts'
import type { Standin } from '../start-standin.ts'
import { answering, journalOf, startWith } from '../apis/start-with.ts'

const PATHS = {
  '/things': {
    get: {
      operationId: 'listThings',
      responses: answering({ type: 'object' }, { text: 'an example' })
    }
  }
}

async function script (t: Parameters<typeof startWith>[0], stub: object): Promise<Standin> {
  const standin = await startWith(t, PATHS)
  const { statusCode, body } = await standin.admin('POST', '/stubs', { operation: 'things.listThings', ...stub })
  if (statusCode !== 201) throw new Error(body)
  return standin
}

async function listen ({ app }: Standin): Promise<string> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`  // it listens on a port
}

t.test('an answer waits until the clock of its world has moved that far', async t => {
  const standin = await script(t, { delay: { fixed: 'PT1H', by: 'clock' } })
  const url = await listen(standin)
  const arrived = once(standin.app.server, 'request')
  const answer = request(`${url}/things`)
  await arrived
  t.match(await journalOf(standin), [{ state: 'pending' }], 'it is not sent yet')

  const other = await standin.world('other')
  await other.advance('PT2H')
  t.match(await journalOf(standin), [{ state: 'pending' }], 'the clock of another world does not matter')
  await standin.advance('PT1H')
  t.equal((await answer).statusCode, 200)
  t.match(
    await journalOf(standin),
    [{ at: '2026-01-01T00:00:00.000Z', state: 'answered' }],
    'it is kept with the time at which the request came'
  )
})

t.test('an answer that waits is the next thing to which the clock can be advanced', async t => {
  const standin = await script(t, { delay: { uniform: ['PT1M', 'PT2M'], by: 'clock' } })
  const url = await listen(standin)
  const arrived = once(standin.app.server, 'request')
  const answer = request(`${url}/things`)
  await arrived
  t.equal((await standin.admin('POST', '/clock/advance', { to: 'next' })).statusCode, 200)
  t.equal((await answer).statusCode, 200)
})

for (const delay of ['PT1H', { fixed: 'PT1H', by: 'clock' }]) {
  const title = `an answer that waits for ${JSON.stringify(delay)} comes when its world is reset or the server closes`
  t.test(title, async t => {
    for (const end of ['reset', 'close'] as const) {
      const standin = await script(t, { delay })
      const url = await listen(standin)
      const arrived = once(standin.app.server, 'request')
      const answer = request(`${url}/things`)
      await arrived
      if (end === 'reset') await standin.admin('POST', '/reset')
      else await standin.app.close()
      t.equal((await answer).statusCode, 200, end)
    }
  })
}

t.test('an answer for a client that has given up waits no longer', async t => {
  const standin = await script(t, { delay: 'PT1H' })
  const url = await listen(standin)
  const arrived = once(standin.app.server, 'request')
  const gaveUp = new AbortController()
  const answer = request(`${url}/things`, { signal: gaveUp.signal })
  await arrived
  gaveUp.abort()
  await t.rejects(answer, { name: 'AbortError' })
  let journal = []
  while (journal.length === 0) {
    await setImmediate()
    journal = await journalOf(standin)
  }
  t.match(journal, [{ stub: '1' }])
})

t.test('a body trickles in so many pieces', async t => {
  const text = 'x'.repeat(1_000)
  const standin = await script(t, { reply: { body: { text }, trickle: { chunks: 4, over: 30 } } })
  const url = await listen(standin)
  const pieces: number[] = []
  const length = JSON.stringify({ text }).length
  const delays = await delaysDuring(async () => {
    const { body, headers } = await request(`${url}/things`)
    for await (const piece of body) pieces.push(piece.length)
    t.equal(headers['content-length'], String(length))
  })

  t.match(delays.filter(delay => delay === 10), [10, 10, 10])
  t.equal(pieces.reduce((sum, piece) => sum + piece), length)
  t.ok(pieces.length > 1)
})

t.test('a body trickles by the clock of its world as well, and comes at once when the world is reset', async t => {
  const standin = await script(t, {
    reply: { body: { text: 'abcdefgh' }, trickle: { chunks: 3, over: 'PT2H', by: 'clock' } }
  })
  const url = await listen(standin)
  const { body } = await request(`${url}/things`)
  const pieces = body[Symbol.asyncIterator]()
  t.equal(String((await pieces.next()).value), '{"text')
  await standin.advance('PT1H')
  t.equal(String((await pieces.next()).value), '":"abc')
  await standin.admin('POST', '/reset')
  t.equal(String((await pieces.next()).value), 'defgh"}')
  t.equal((await pieces.next()).done, true)
})

t.test('a body of fewer bytes than pieces trickles too, under inject as well', async t => {
  const standin = await script(t, { reply: { body: 'ab', trickle: { chunks: 9, over: 5 } }, contract: 'off' })
  t.equal((await standin.app.inject('/things')).body, '"ab"')
})
