import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { standin as connect } from '../../src/client/index.ts'
import type { UntypedApi } from '../../src/client/index.ts'
import { listen, startStandin } from '../start-standin.ts'
import { answering } from './start-with.ts'

const TEXT = { type: 'object', properties: { text: { type: 'string' } } }
const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: { '/things': { get: { operationId: 'listThings', responses: answering(TEXT, { text: 'an example' }) } } }
}
const CAME = { operation: 'things.listThings', wait: 'PT20S' }

/** Starts a stand-in that listens, and in whose world the clock stands still; with a stub or a module. */
async function start (t: Test, { module, ...stub }: { module?: string } & Record<string, unknown> = {}) {
  const folder = t.testdir({
    'things.json': JSON.stringify(DOCUMENT),
    ...module !== undefined && { 'things.standin.js': module }
  })
  const standin = await startStandin(t, { openapi: [join(folder, 'things.json')] })
  const { admin } = standin
  if (Object.keys(stub).length > 0) {
    t.equal((await admin('POST', '/stubs', { operation: 'things.listThings', ...stub })).statusCode, 201)
  }
  const url = await listen(standin)
  const world = await connect<UntypedApi>(new URL(url).origin).world('default')
  const send = (signal?: AbortSignal) => fetch(`${url}/things?page=2`, { signal })
  return { standin, world, send, pending: () => world.requests({ state: 'pending' }) }
}

t.test('a delayed request is pending until it is answered, and keeps its id', async t => {
  const { pending, send, standin, world } = await start(t, { delay: { fixed: 'PT5S', by: 'clock' } })
  const abort = new AbortController()
  const coming = world.follow({ state: 'pending' }, { signal: abort.signal, after: '0' })
  const ending = world.follow({}, { signal: abort.signal })
  const first = ending.next()
  const sent = send()
  await world.verify({ ...CAME, count: { exactly: 1 } })

  const entry = { id: 'w1', state: 'pending', source: 'stub', request: { url: '/things?page=2', violations: [] } }
  t.match(await pending(), [{ ...entry, response: { status: null, headers: {}, violations: [] } }])
  t.match((await coming.next()).value, entry)
  t.match((await standin.admin('GET', '/requests/w1')).json(), entry)
  t.same(await world.requests({ state: 'answered' }), [])
  t.same(await world.requests({ status: 200 }), [])
  t.match(await world.requests({ source: 'stub', 'query./page': '2', violations: false }), [entry])

  await standin.admin('DELETE', '/requests')
  t.equal((await pending()).length, 1, 'it is not recorded yet')
  await world.clock.advance('PT5S')
  t.equal((await sent).status, 200)
  const answered = { ...entry, state: 'answered', response: { status: 200 } }
  t.match((await first).value, answered)
  t.match((await standin.admin('GET', '/requests/w1')).json(), answered)
  t.same(await pending(), [])
  t.match(await world.check(CAME), { ok: true, count: 1, requests: ['w1'] })

  await standin.admin('DELETE', '/stubs')
  await send()
  t.match(await world.requests(), [{ id: 'w1' }, { id: '2' }], 'the numbers of exchanges go on')
  t.equal((await standin.admin('GET', '/requests?before=2')).json().requests.length, 1)
  const later = world.follow({}, { after: 'w1' })
  t.match((await later.next()).value, { id: '2' })
  await later.return()
  abort.abort()
})

t.test('a client that leaves during a delay ends it', async t => {
  const { pending, send, world } = await start(t, { delay: { fixed: 'PT5S', by: 'clock' } })
  const abort = new AbortController()
  const sent = send(abort.signal).catch(() => {})
  await world.verify(CAME)
  t.equal((await pending()).length, 1)
  const ended = world.follow().next()
  abort.abort()
  await sent
  t.match((await ended).value, { id: 'w1', state: 'answered' })
  t.same(await pending(), [])
})

t.test('a request that never has an answer is pending until its connection is closed', async t => {
  const { pending, send, world } = await start(t, { fault: 'no-answer' })
  const abort = new AbortController()
  const sent = send(abort.signal).catch(() => {})
  await world.verify(CAME)
  t.match(await pending(), [{ id: 'w1', fault: 'no-answer', source: 'stub' }])
  const ended = world.follow().next()
  abort.abort()
  await sent
  t.match((await ended).value, { id: 'w1', state: 'answered', fault: 'no-answer', response: { status: 200 } })
  t.same(await pending(), [])
})

t.test('a handler that takes time leaves its request pending, until it is done or the client has gone', async t => {
  const module = `export const listThings = () => new Promise((resolve, reject) => {
    globalThis.endThings = text => text === undefined ? reject(new Error('broken')) : resolve({ body: { text } })
  })`
  const { pending, send, world } = await start(t, { module })
  const end = (text?: string): void => {
    const { endThings } = globalThis as unknown as { endThings: (text?: string) => void }
    endThings(text)
  }
  const answered = send()
  await world.verify(CAME)
  t.match(await pending(), [{ id: 'w1', source: null, operation: 'things.listThings' }])
  end('done')
  t.equal((await answered).status, 200)
  t.match(await world.requests(), [{ id: 'w1', state: 'answered', source: 'module', response: { status: 200 } }])

  const failing = send()
  await world.verify({ ...CAME, count: { exactly: 2 } })
  end()
  t.equal((await failing).status, 500)
  t.same(await pending(), [])

  const abort = new AbortController()
  const left = send(abort.signal).catch(() => {})
  await world.verify({ ...CAME, count: { exactly: 3 } })
  abort.abort()
  await left
  while ((await pending()).length > 0);
  end('too late')
})

t.test('a request that is answered at once is never pending', async t => {
  const module = 'export const listThings = async () => ({ body: { text: \'at once\' } })'
  const { send, standin, world } = await start(t, { module })
  await send()
  await standin.admin('POST', '/stubs', { operation: 'things.listThings', delay: 0 })
  await send()
  t.match(await world.requests(), [{ id: '1', source: 'module' }, { id: '2', source: 'stub' }])
})

t.test('a world that is reset answers what is pending, and forgets it', async t => {
  const { pending, send, world } = await start(t, { delay: { fixed: 'PT5S', by: 'clock' } })
  const sent = send()
  await world.verify(CAME)
  await world.reset()
  t.equal((await sent).status, 200)
  t.same([await pending(), await world.requests()], [[], []])
})
