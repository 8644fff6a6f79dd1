import { once } from 'node:events'
import t from 'tap'
import type { Test } from 'tap'
import type { OpenApiDocument } from '../../src/contract/contract.ts'
import { schemaValidator } from '../../src/schemas/schema-validator.ts'
import { startAdmin } from './start-admin.ts'
import type { Admin } from './start-admin.ts'
import { exchange } from '../journal/exchange.ts'
import { WAITING_DELIVERY } from './waiting-delivery.ts'

/** Follows the events of a server; `heard` returns their data once there are so many, each valid by the document. */
async function follow (t: Test, { app }: Admin, url: string, headers: Record<string, string> = {}) {
  const response = await app.inject({ url, headers, payloadAsStream: true })
  t.equal(response.headers['content-type'], 'text/event-stream')
  const stream = response.stream().setEncoding('utf8')
  t.teardown(() => stream.destroy())
  let text = ''
  stream.on('data', (chunk: string) => { text += chunk })
  const document: OpenApiDocument = (await app.inject('/__admin/openapi.json')).json()
  const pointer = '/components/schemas/Event'
  const definition = document.components?.schemas?.Event ?? {}
  const validate = schemaValidator({ contract: 'admin', document, pointer, definition })
  const heard = async (count: number) => {
    const list = () => Array.from(text.matchAll(/^data: (.*)$/gm), ([, data = '']) => JSON.parse(data))
    while (list().length < count) await once(stream, 'data')
    for (const data of list()) t.same(validate(data), undefined, JSON.stringify(data))
    return list()
  }
  return { heard, ids: () => Array.from(text.matchAll(/^id: (.*)$/gm), ([, id = '']) => id) }
}

t.test('what the admin API does is told as it happens, in the form of its document', async t => {
  const admin = await startAdmin(t)
  const { call, world } = admin
  const { heard, ids } = await follow(t, admin, '/__admin/events')
  await call('PUT', '/resources/kiln.Batch/7', { members: {} })
  await call('POST', '/clock/advance', { to: 'next' })
  await call('DELETE', '/resources/kiln.Batch/7')
  await call('PUT', '/clock', { mode: 'running' })
  world.store.append(exchange())
  await call('POST', '/reset')
  await call('PUT', '/~other/__admin/clock', { mode: 'frozen' })
  await call('DELETE', '/worlds/other')

  const events = await heard(9)
  t.same(events.map(({ event, kind, world }) => `${world} ${kind} ${event}`), [
    'default resource created',
    'default resource moved',
    'default clock advanced',
    'default resource deleted',
    'default clock running',
    'default exchange ended',
    'default world reset',
    'other world created',
    'other clock frozen',
    'other world dropped'
  ].slice(0, events.length))

  const again = await follow(t, admin, '/__admin/events?kinds=world', { 'last-event-id': ids()[2] ?? '' })
  t.match(await again.heard(3), [{ event: 'reset' }, { event: 'created' }, { event: 'dropped' }])
})

t.test('a callback is told with its attempts', async t => {
  const admin = await startAdmin(t)
  const { heard } = await follow(t, admin, '/__admin/events?kinds=callback')
  const { store } = admin.world
  const kept = {
    ...WAITING_DELIVERY,
    callback: 'kiln.fireBatch/done',
    url: 'http://127.0.0.1:1/?token=secret'
  }
  store.addDelivery(kept)
  store.updateDelivery(kept, { due: 1_000 })
  store.updateDelivery(kept, { due: 1_000 })
  store.updateDelivery(kept, { attempts: [{ at: 1_000, status: undefined, error: 'refused' }] })
  store.updateDelivery(kept, { state: 'failed', due: undefined })
  store.updateDelivery(kept, { state: 'failed' })

  const events = await heard(3)
  t.match(events, [
    { event: 'due', callback: { state: 'waiting', due: '1970-01-01T00:00:01.000Z', attempts: 0 }, attempt: null },
    { event: 'attempted', callback: { url: 'http://127.0.0.1:1/?token=***', attempts: 1 }, attempt: { error: 'refused' } },
    { event: 'failed', callback: { state: 'failed', due: null } }
  ])
  t.equal(events.length, 3)
})

const CHOSEN: ReadonlyArray<readonly [url: string, headers: Record<string, string>, worlds: string[]]> = [
  ['/__admin/events', {}, ['a', 'b']],
  ['/__admin/events?world=b', {}, ['b']],
  ['/~a/__admin/events', {}, ['a']],
  ['/__admin/events', { 'x-standin-world': 'a' }, ['a']],
  ['/~a/__admin/events?world=b', {}, ['b']],
  ['/__admin/events', { cookie: 'standin-world=a' }, ['a', 'b']],
  ['/__admin/events?kinds=world,%20clock', {}, ['a', 'b']]
]

for (const [url, headers, worlds] of CHOSEN) {
  t.test(`${url} with ${JSON.stringify(headers)} has the events of ${worlds.join(' and ')}`, async t => {
    const admin = await startAdmin(t)
    const { heard } = await follow(t, admin, url, headers)
    for (const name of ['a', 'b', 'a', 'b']) admin.worlds.reset(name)
    t.same(new Set((await heard(worlds.length)).map(({ world }) => world)), new Set(worlds))
  })
}

t.test('what makes no sense to follow is refused before it begins', async t => {
  const { app, call } = await startAdmin(t)
  for (const query of ['kinds=exchanges', 'kinds=', 'kinds=clock,', 'world=no%20name', 'kind=clock']) {
    t.match((await call('GET', `/events?${query}`)).json(), { status: 400, code: 'STANDIN_INVALID_REQUEST' }, query)
  }
  t.equal((await app.inject({ method: 'HEAD', url: '/__admin/events' })).statusCode, 405, 'it would never end')
})

t.test('where the admin API needs a token, so do events', async t => {
  const { app } = await startAdmin(t, { adminToken: 'secret' })
  t.equal((await app.inject('/__admin/events')).statusCode, 401)
})
