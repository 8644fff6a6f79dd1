import t from 'tap'
import { startReceiver } from '../providers/start-receiver.ts'
import { runExport } from '../providers/webadmit-exports.ts'
import { startStandin } from '../start-standin.ts'
import { startAdmin } from './start-admin.ts'
import { WAITING_DELIVERY } from './waiting-delivery.ts'

t.test('callbacks are listed with every attempt, credentials masked', async t => {
  const { call, world } = await startAdmin(t)
  world.store.addDelivery({
    ...WAITING_DELIVERY,
    url: 'http://127.0.0.1:9/?api_key=abc',
    due: 1_767_225_605_000,
    body: { id: 7, token: 'abc' },
    contentType: 'application/json',
    attempts: [
      { at: 1_767_225_600_000, status: 500, error: undefined },
      { at: 1_767_225_601_000, status: undefined, error: 'connect ECONNREFUSED' }
    ]
  })
  t.same((await call('GET', '/callbacks')).json(), {
    callbacks: [
      {
        id: '1',
        callback: 'kiln.fireBatch/ready',
        resource: { type: 'kiln.Batch', id: '7' },
        method: 'POST',
        url: 'http://127.0.0.1:9/?api_key=***',
        state: 'waiting',
        due: '2026-01-01T00:00:05.000Z',
        contentType: 'application/json',
        headers: {},
        body: { id: 7, token: '***' },
        violations: [],
        attempts: [
          { at: '2026-01-01T00:00:00.000Z', status: 500, error: null },
          { at: '2026-01-01T00:00:01.000Z', status: null, error: 'connect ECONNREFUSED' }
        ]
      }
    ],
    dropped: 0
  })
})

t.test('one that has not been made yet has no body', async t => {
  const { call, world } = await startAdmin(t)
  world.store.addDelivery(WAITING_DELIVERY)
  t.match((await call('GET', '/callbacks')).json(), {
    callbacks: [{ due: null, contentType: null, body: undefined }]
  })
})

t.test('they can be asked for by what became of them', async t => {
  const { call, world } = await startAdmin(t)
  for (const [id, state] of [
    ['1', 'waiting'],
    ['2', 'delivered'],
    ['3', 'cancelled']
  ] as const) {
    world.store.addDelivery({ ...WAITING_DELIVERY, id, state })
  }
  const ids = async (query: string) =>
    (await call('GET', `/callbacks${query}`)).json().callbacks.map(({ id }: { id: string }) => id)

  t.same(await ids(''), ['1', '2', '3'])
  t.same(await ids('?state=cancelled'), ['3'])
  t.same(await ids('?state=failed'), [])
  t.same(await ids('?wait=PT60S&count=2'), ['1', '2', '3'], 'so many have ended already')
  t.same(await ids('?wait=PT0S&count=9'), ['1', '2', '3'], 'the time is up at once')
})

t.test('a wait is answered when so many are there, or when the world ends', async t => {
  const { call, world, worlds } = await startAdmin(t)
  const waiting = call('GET', '/callbacks?state=delivered&wait=PT1M&count=2')
  for (const id of ['1', '2']) {
    await new Promise(resolve => setImmediate(resolve))
    world.store.addDelivery({ ...WAITING_DELIVERY, id, state: 'delivered' })
    world.delivered.tell()
  }
  t.equal((await waiting).json().callbacks.length, 2)

  const forEver = call('GET', '/callbacks?state=failed&wait=PT1M')
  await new Promise(resolve => setImmediate(resolve))
  worlds.close()
  t.same((await forEver).json().callbacks, [])
})

t.test('what makes no sense is refused', async t => {
  const { call, world } = await startAdmin(t)
  for (const [query, detail] of [
    [
      'wait=PT61S',
      /query \/wait must be an ISO 8601 duration of at most a minute, such as PT5S, but is "PT61S"/
    ],
    ['wait=soon', /query \/wait/],
    ['count=0', /query \/count/],
    ['count=x&wait=PT1S', /query \/count/],
    ['state=deliverd', /query \/state/]
  ] as const) {
    t.match(
      (await call('GET', `/callbacks?${query}`)).json(),
      { status: 400, code: 'STANDIN_INVALID_REQUEST', detail },
      query
    )
  }

  world.store.addDelivery({ ...WAITING_DELIVERY, id: '1' })
  t.match((await call('POST', '/callbacks/1/redeliver')).json(), {
    status: 409,
    code: 'STANDIN_CALLBACK_NOT_SENT'
  })
  t.match((await call('POST', '/callbacks/2/redeliver')).json(), {
    status: 404,
    code: 'STANDIN_UNKNOWN_CALLBACK'
  })
})

t.test('one that was sent is sent once more, and the wait for it is answered', async t => {
  const standin = await startStandin(t)
  const { received, url } = await startReceiver(t, 500, 500, 500, 500)
  const waiting = standin.admin('GET', '/callbacks?wait=PT1M')
  await runExport(standin, url)
  await standin.advance('PT1H')
  t.match((await waiting).json(), {
    callbacks: [{ id: '1', state: 'failed', violations: [] }],
    dropped: 0
  })

  const again = await standin.admin('POST', '/callbacks/1/redeliver')
  t.equal(again.statusCode, 200)
  t.match(again.json(), {
    id: '1',
    state: 'delivered',
    attempts: { length: 5, 4: { at: '2026-01-01T01:00:00.000Z', status: 204 } }
  })
  t.equal(received.length, 5)
})
