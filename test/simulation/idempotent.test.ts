import t from 'tap'
import { startWith } from '../apis/start-with.ts'
import { play } from './act.ts'
import type { Play } from './act.ts'

const KEPT = {
  by: '$request.header.idempotency-key',
  for: 'PT1H',
  conflict: { status: 422, body: 'another request' },
  inFlight: { status: 409, body: 'under way' },
  replayed: { 'Idempotent-Replayed': 'true', 'X-Key': '$request.header.idempotency-key' }
}

const KEPT_KEY = { by: '$request.header.idempotency-key', replayed: { Replayed: '1' } }

function playKept (idempotent: object = KEPT): Play {
  const statuses = [200, 409, 422]
  const standin = { idempotent, create: { type: 'Job' }, reply: { status: 200, body: '$id' } }
  const sharing = { ...standin, idempotent: { ...idempotent, memory: 'jobs' } }
  return play({
    root: { resources: { Job: { id: { member: 'id', format: 'integer' } } } },
    operations: {
      'POST /jobs': { statuses, query: ['dry'], standin },
      'POST /jobs/{id}': { statuses, standin },
      'POST /other': { statuses, standin: sharing },
      'POST /more': { statuses, standin: sharing }
    }
  })
}

const withKey = (key: string, parts: object = {}) => ({ headers: { 'idempotency-key': key }, body: { a: 1 }, ...parts })

t.test('the same request is answered again, and marked', async t => {
  const { send } = playKept()
  const first = send('POST /jobs', withKey('k'))
  t.match([first.body, first.headers], [1, {}])
  t.notOk('idempotent-replayed' in first.headers)
  const again = send('POST /jobs', withKey('k'))
  t.match(again, { status: 200, body: 1, headers: { 'idempotent-replayed': 'true', 'x-key': 'k' } })
  t.match(send('POST /jobs', withKey('l')), { body: 2 })
})

t.test('another request with the same key is a conflict, and leaves what is remembered', async t => {
  const { send } = playKept()
  const first = withKey('k', { body: { a: 1, b: [1] }, query: { dry: true } })
  t.equal(send('POST /jobs', first).status, 200)
  const others = [
    { ...first, body: { a: 1, b: [2] } },
    { ...first, body: { a: 1, b: ['1'] } },
    { ...first, body: { a: 1 } },
    { ...first, body: undefined },
    { ...first, query: {} },
    { ...first, query: { dry: 'true' } }
  ]
  for (const other of others) t.match(send('POST /jobs', other), { status: 422, body: 'another request' })
  t.equal(send('POST /jobs', { ...first, cookies: { session: 'x' } }).status, 200, 'cookies and headers may differ')

  t.same(['a', 'b', 'a'].map(id => send('POST /jobs/{id}', withKey('k', { path: { id } })).status), [200, 422, 200])
  t.same(['POST /other', 'POST /more'].map(title => send(title, withKey('k')).status), [200, 422], 'another operation')
})

t.test('without "conflict", another request gets the first answer too', async t => {
  const { send } = playKept({ by: '$request.header.idempotency-key' })
  const bodies = [1, 2].map(a => send('POST /jobs', withKey('k', { body: { a } })).body)
  t.same(bodies, [1, 1])
})

t.test('a key is remembered for so long, from its first request on', async t => {
  const { advance, send } = playKept()
  const body = (a: number) => send('POST /jobs', withKey('k', { body: { a } })).body
  t.equal(body(1), 1)
  await advance('PT59M59.999S')
  t.same([body(1), body(2)], [1, 'another request'])
  await advance('PT0.001S')
  t.same([body(2), body(2), body(1)], [2, 2, 'another request'], 'it is a new key then')
  await advance('PT59M')
  t.equal(body(2), 2)
})

t.test('what is refused before is not remembered, and what is answered with an error is', async t => {
  const find = { type: 'Job', id: '$request.body#/job', else: { status: 404, body: 'none' } }
  const { send, simulation } = play({
    root: { resources: { Job: {} } },
    operations: {
      'POST /a': { statuses: [200, 404], standin: { idempotent: KEPT_KEY, find, reply: { status: 200, body: 'ok' } } }
    }
  })
  t.match(send('POST /a', withKey('k')), { status: 404 })
  t.match(send('POST /a', withKey('k')), { status: 404, headers: { replayed: '1' } })
  t.equal(simulation.operations.size, 1)
})

t.test('while the first answer waits to be sent, its key is in flight', async t => {
  const responses = { 200: { description: 'Fine.' }, 409: { description: 'Busy.' }, 422: { description: 'Other.' } }
  const things = {
    operationId: 'make',
    parameters: [{ name: 'dry', in: 'query', schema: {} }],
    responses,
    'x-standin': {
      idempotent: { ...KEPT, conflict: { status: 422 }, inFlight: { status: 409 } },
      create: { type: 'Job' },
      reply: { status: 200 }
    }
  }
  const root = { 'x-standin': { resources: { Job: { lifecycles: { success: [{ queued: 'PT1M' }, 'ready'] } } } } }
  const { admin, advance, send } = await startWith(t, { '/things': { post: things } }, { root })
  const delay = { fixed: 'PT5S', by: 'clock' }
  const simulate = { lifecycle: 'success' }
  const stub = await admin('POST', '/stubs', { operation: 'things.make', simulate, delay, times: 1 })
  t.equal(stub.statusCode, 201, stub.body)
  const headers = { 'idempotency-key': 'k' }
  const first = send('POST', '/things', undefined, headers)
  const statusOf = async (path = '/things', key = 'k') =>
    (await send('POST', path, undefined, { 'idempotency-key': key })).statusCode

  t.same([await statusOf(), await statusOf('/things?dry=1'), await statusOf('/things', 'l')], [409, 422, 200])
  await advance('PT5S')
  t.equal((await first).statusCode, 200)
  t.equal(await statusOf(), 200)
})
