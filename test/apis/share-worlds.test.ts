import t from 'tap'
import { isLinearizable } from '../sharing/is-linearizable.ts'
import type { Operation } from '../sharing/is-linearizable.ts'
import { startReplicas } from '../sharing/start-replicas.ts'
import type { Replica } from '../sharing/start-replicas.ts'
import { noRedis } from '../start-redis.ts'
import type { Cell } from '../../src/reports/test-report.ts'
import { bake, send } from '../storage/kept-bakery.ts'
import type { Sent } from '../storage/kept-bakery.ts'

const REPEATED = 20
const PARALLEL = 200

/** Sends requests in parallel, through one replica after the other. */
async function sendMany (replicas: readonly Replica[], one: (url: string, number: number) => Promise<Sent>) {
  return await Promise.all(Array.from({ length: PARALLEL }, (_, number) => {
    return one(String(replicas[number % replicas.length]?.url), number)
  }))
}

function count (sent: readonly Sent[], status: number): number {
  return sent.filter(one => one.status === status).length
}

t.test('three replicas act as one', { skip: noRedis }, async t => {
  const replicas = await startReplicas(t, 3)

  t.test('one of 200 parallel duplicates through all of them succeeds, each time', async t => {
    for (let round = 0; round < REPEATED; round++) {
      const sent = await sendMany(replicas, (url, number) =>
        send(`${url}/~duplicates-${round}/breads`, 'POST', { kind: 'rye' }, { 'x-baker': `baker ${number}` }))
      t.equal(count(sent, 201), 1)
      t.equal(count(sent, 409), PARALLEL - 1)
    }
  })

  t.test('a limit counts the requests through all of them', async t => {
    const sent = await sendMany(replicas, (url, number) =>
      send(`${url}/~limits/breads`, 'POST', { kind: `kind ${number}` }, { 'x-baker': 'one' }))
    t.equal(count(sent, 201), 5)
    t.equal(count(sent, 429), PARALLEL - 5)
  })

  t.test('a stub is used as often as it says', async t => {
    const [first] = replicas
    const stub = { operation: 'bakery.look', times: 7, reply: { status: 200, body: { id: 'stubbed' } } }
    t.equal((await send(`${first?.url}/~times/__admin/stubs`, 'POST', stub)).status, 201)
    const sent = await sendMany(replicas, url => send(`${url}/~times/breads/1`, 'GET'))
    t.equal(count(sent, 200), 7)
    t.equal(count(sent, 404), PARALLEL - 7)
  })

  t.test('all requests with one key get one answer', async t => {
    const headers = { 'idempotency-key': 'a key' }
    const sent = await sendMany(replicas, (url, number) =>
      send(`${url}/~keys/breads`, 'POST', { kind: 'rye' }, { ...headers, 'x-baker': `baker ${number % 50}` }))
    t.equal(count(sent, 201), PARALLEL)
    t.equal(new Set(sent.map(({ body }) => body.id)).size, 1)
  })

  t.test('what requests through all of them did could have happened one after the other', async t => {
    for (let round = 0; round < 5; round++) {
      t.ok(isLinearizable(await registerHistory(replicas, `register-${round}`), REGISTER))
    }
  })

  t.test('every replica reports the coverage of all, and resets it', async t => {
    const urls = replicas.map(({ url }) => url)
    t.equal((await send(`${urls[0]}/__admin/coverage`, 'DELETE')).status, 204)
    await Promise.all(urls.map((url, number) => bake(`${url}/~covered-${number}`, 'rye')))
    for (const url of urls) {
      const { body: { cells } } = await send(`${url}/__admin/coverage`, 'GET')
      const made = cells.find(({ id }: Cell) => id.startsWith('bakery.bake responses 201'))
      t.equal(made?.hits, 3)
    }
  })

  t.test('every replica lists all worlds, and acts on each', async t => {
    const [first, second, third] = replicas.map(({ url }) => url)
    t.equal((await bake(`${first}/~listed-1`, 'rye')).status, 201)
    t.equal((await bake(`${second}/~listed-2`, 'rye')).status, 201)
    const { body: { unloaded, worlds } } = await send(`${third}/__admin/worlds`, 'GET')
    const names = [...worlds.map(({ name }: { name: string }) => name), ...unloaded]
    t.ok(names.includes('listed-1') && names.includes('listed-2'))
    t.equal((await send(`${third}/~listed-1/__admin/resources/bakery.Bread`, 'GET')).body.total, 1)
    t.equal((await send(`${third}/~listed-1/__admin/reset`, 'POST')).status, 204)
    t.equal((await send(`${second}/__admin/worlds/listed-1`, 'DELETE')).status, 204)
    t.equal((await send(`${third}/__admin/worlds/listed-2`, 'DELETE')).status, 204)
    t.equal((await bake(`${first}/~listed-2`, 'rye')).status, 201)
  })
})

type Access = Operation<{ readonly write?: string }, string>

const REGISTER = {
  start: 'none',
  step: (state: string, { write }: Access['input'], read: string) => write ?? (read === state ? state : undefined)
}

/** Has several clients write and read one resource through all replicas. */
async function registerHistory (replicas: readonly Replica[], world: string): Promise<Access[]> {
  const history: Access[] = []
  const act = async (url: string, input: Access['input']): Promise<void> => {
    const place = `${url}/~${world}/__admin/resources/bakery.Bread/one`
    const calledAt = performance.now()
    const { write: kind } = input
    const sent = kind === undefined ? send(place, 'GET') : send(place, 'PUT', { members: { kind } })
    const { body, status } = await sent
    if (status !== 404 && status >= 300) throw new Error(`It is answered with ${status}: ${JSON.stringify(body)}`)
    const output = kind === undefined ? String(body.shown?.kind ?? 'none') : ''
    history.push({ calledAt, returnedAt: performance.now(), input, output })
  }
  await Promise.all(Array.from({ length: 6 }, async (_, client) => {
    for (let turn = 0; turn < 8; turn++) {
      const { url } = replicas[(client + turn) % replicas.length] ?? { url: '' }
      await act(url, (client + turn) % 2 === 0 ? { write: `${client}-${turn}` } : {})
    }
  }))
  return history
}

t.test('worlds that a member of the body names are shared as well', { skip: noRedis }, async t => {
  const replicas = await startReplicas(t, 2, { worldBy: '$request.body#/kind' })
  const sent = await sendMany(replicas, (url, number) =>
    send(`${url}/breads`, 'POST', { kind: `kind-${number % 4}` }, { 'x-baker': `baker ${number}` }))
  t.equal(count(sent, 201), 4)
  t.equal(count(sent, 409), PARALLEL - 4)
})
