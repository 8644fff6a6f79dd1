import t from 'tap'
import { parseStateName } from '../../src/pact/provider-state.ts'
import { startStandin } from '../../src/testing.ts'

const NAMES: ReadonlyArray<[name: string, state: object]> = [
  ['', { kind: 'fresh' }],
  ['mews.Export is Success', { kind: 'resource', type: 'mews.Export', status: 'Success' }],
  ['vcf.Export is in progress', { kind: 'resource', type: 'vcf.Export', status: 'in progress' }],
  ['orders.Order exists', { kind: 'resource', type: 'orders.Order', status: undefined }],
  ['orders.Order does not exist', { kind: 'absent', type: 'orders.Order' }],
  ['mews.addExport responds 429', { kind: 'response', operation: 'mews.addExport', status: 429 }],
  ['an order exists', { kind: 'scenario', name: 'an order exists' }],
  ['the limit is reached', { kind: 'scenario', name: 'the limit is reached' }],
  ['mews/rate-limited', { kind: 'scenario', name: 'mews/rate-limited' }]
]

for (const [name, state] of NAMES) {
  t.test(`"${name}" is parsed`, async t => t.same(parseStateName(name), state))
}

async function start (t: Parameters<typeof startStandin>[0]) {
  const { server: { url } } = await startStandin(t, {
    openapi: ['openapi/mews.yaml', 'examples/orders.yaml'],
    fixtures: 'fixtures'
  })
  const call = async (path: string, body?: object) => {
    const response = await fetch(`${url}/~pact${path}`, body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
    return { status: response.status, body: await response.json() as Record<string, unknown> }
  }
  const setUp = async (state: unknown, params?: object) => await call('/__admin/pact/states', { state, params })
  return { call, setUp }
}

t.test('a resource is there in its status, and its id is returned', async t => {
  const { call, setUp } = await start(t)
  t.same(await setUp('orders.Order exists', { OrderId: '7', item: 'Lamp', quantity: 1 }), {
    status: 200,
    body: { OrderId: '7' }
  })
  t.match((await call('/orders/7')).body, { id: 7, item: 'Lamp' })
  const { body } = await setUp('mews.Export is Success', { EntityType: 'OrderItem' })
  t.match(body, { ExportId: /^[0-9a-f-]{36}$/ }, 'an id is made where none is given')
})

t.test('the states of one interaction are set up together, and those of the next in a fresh world', async t => {
  const { call, setUp } = await start(t)
  await setUp('orders.Order exists', { OrderId: '7', item: 'Lamp', quantity: 1 })
  await setUp('orders.Order exists', { OrderId2: '8', item: 'Chair', quantity: 1 })
  t.equal((await call('/orders/7')).status, 200)
  t.equal((await call('/orders/8')).status, 200)
  await setUp('orders.Order exists', { OrderId: '9', item: 'Desk', quantity: 1 })
  t.equal((await call('/orders/7')).status, 404)
  t.equal((await call('/orders/9')).status, 200)
})

t.test('a resource is absent, a response comes as it is scripted, and a scenario runs', async t => {
  const { call, setUp } = await start(t)
  await setUp('orders.Order does not exist', { OrderId: '1' })
  t.equal((await call('/orders/1')).status, 404)
  await setUp('orders.getOrder responds 404', { body: { message: 'Gone' } })
  t.same(await call('/orders/2'), { status: 404, body: { message: 'Gone' } })
  t.equal((await setUp('mews/rate-limited')).status, 200)
})

t.test('a world is dropped, and no state is its start', async t => {
  const { call, setUp } = await start(t)
  await setUp('orders.Order exists', { OrderId: '7', item: 'Lamp', quantity: 1 })
  t.same(await call('/__admin/pact/states', { action: 'teardown', state: 'orders.Order exists' }), {
    status: 200,
    body: {}
  })
  t.equal((await call('/orders/7')).status, 404)
  t.same(await setUp(null), { status: 200, body: {} })
})

t.test('an unknown state tells which there are, with the nearest', async t => {
  const { setUp } = await start(t)
  t.match(await setUp('an order exists'), { status: 404, body: { code: 'STANDIN_UNKNOWN_PROVIDER_STATE' } })
  t.match(await setUp('orders.Ordr exists'), { status: 404, body: { detail: /did you mean "orders.Order"/ } })
  t.match(await setUp('mews.Export is Succes'), { status: 422, body: { code: 'STANDIN_INVALID_RESOURCE' } })
  t.match(await setUp('orders.getOrder responds 404', { body: { nonsense: 1 } }), {
    status: 422,
    body: { code: 'STANDIN_INVALID_STUB' }
  })
})
