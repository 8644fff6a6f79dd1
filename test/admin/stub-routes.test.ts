import t from 'tap'
import { startAdmin } from './start-admin.ts'

t.test('a stub is added, read, listed and deleted', async t => {
  const { call, world } = await startAdmin(t)
  const added = await call('POST', '/stubs', {
    operation: 'kiln.fireBatch',
    when: { body: { glaze: 'blue' } },
    reply: { status: 409, body: { message: 'Busy' } },
    times: 2,
    delay: 'PT0.1S'
  })
  const stub = {
    id: '1',
    operation: 'kiln.fireBatch',
    when: { body: { glaze: 'blue' } },
    reply: { status: 409, body: { message: 'Busy' } },
    times: 2,
    delay: 'PT0.1S',
    used: 0,
    contract: 'on'
  }
  t.match(added, { statusCode: 201, headers: { location: '/__admin/stubs/1' } })
  t.same(added.json(), stub)
  t.same((await call('GET', '/stubs/1')).json(), stub)

  await call('POST', '/stubs', { operation: { method: 'GET', path: '/batches/{id}' } })
  t.match((await call('GET', '/stubs')).json(), {
    stubs: [{ id: '2', operation: 'kiln.readBatch' }, { id: '1' }]
  })

  world.store.takeStub(['kiln.fireBatch'], () => true)
  t.equal((await call('GET', '/stubs/1')).json().used, 1)

  t.equal((await call('DELETE', '/stubs/1')).statusCode, 204)
  for (const method of ['GET', 'DELETE']) {
    t.match((await call(method, '/stubs/1')).json(), { status: 404, code: 'STANDIN_UNKNOWN_STUB' })
  }
  t.equal((await call('DELETE', '/stubs')).statusCode, 204)
  t.same((await call('GET', '/stubs')).json(), { stubs: [] })
})

t.test('a stub of a world leads back to it, and is in no other', async t => {
  const { call } = await startAdmin(t)
  t.equal(
    (await call('POST', '/~a/__admin/stubs', { operation: 'kiln.fireBatch' })).headers.location,
    '/~a/__admin/stubs/1'
  )
  t.equal((await call('GET', '/~a/__admin/stubs/1')).statusCode, 200)
  t.equal((await call('GET', '/stubs/1')).statusCode, 404)
})

t.test('a stub is put under an id of its own, and replaced there', async t => {
  const { call, world } = await startAdmin(t)
  const first = await call('PUT', '/stubs/blue', { operation: 'kiln.fireBatch', when: { body: { glaze: 'blue' } } })
  t.match(first, { statusCode: 201 })
  t.match(first.json(), { id: 'blue', used: 0 })
  await call('POST', '/stubs', { operation: 'kiln.readBatch' })
  world.store.takeStub(['kiln.fireBatch'], () => true)

  const second = await call('PUT', '/stubs/blue', { operation: 'kiln.fireBatch', times: 1 })
  t.match(second, { statusCode: 200 })
  t.match(second.json(), { id: 'blue', times: 1, used: 0 })
  t.match((await call('GET', '/stubs')).json(), { stubs: [{ id: '1' }, { id: 'blue' }] })
})

t.test('an id that a test chose is not given to another stub', async t => {
  const { call } = await startAdmin(t)
  await call('PUT', '/stubs/1', { operation: 'kiln.fireBatch', times: 7 })
  t.equal((await call('POST', '/stubs', { operation: 'kiln.fireBatch' })).json().id, '2')
  t.equal((await call('GET', '/stubs/1')).json().times, 7)
})

t.test('a stub that cannot be put leaves the former one', async t => {
  const { call } = await startAdmin(t)
  await call('PUT', '/stubs/a', { operation: 'kiln.fireBatch', times: 7 })
  t.equal((await call('PUT', '/stubs/a', { operation: 'kiln.firBatch' })).statusCode, 422)
  t.equal((await call('PUT', '/stubs/a', {})).statusCode, 400)
  t.equal((await call('PUT', '/stubs/a%2Fb', { operation: 'kiln.fireBatch' })).statusCode, 400)
  t.match((await call('GET', '/stubs')).json(), { stubs: [{ id: 'a', times: 7 }] })
})

t.test('credentials in a stub are not shown', async t => {
  const { call } = await startAdmin(t)
  const { when } = (
    await call('POST', '/stubs', {
      operation: 'kiln.fireBatch',
      when: { headers: { 'x-api-key': 'abc' }, body: { token: 'abc' } }
    })
  ).json()
  t.same(when, { headers: { 'x-api-key': '***' }, body: { token: '***' } })
})

t.test(
  'a reply that breaks the contract is refused with its violations, unless the stub says so',
  async t => {
    const { call } = await startAdmin(t)
    const stub = {
      operation: 'kiln.fireBatch',
      reply: { status: 201, body: { id: 'x', colour: 'red' } }
    }
    t.match((await call('POST', '/stubs', stub)).json(), {
      status: 422,
      code: 'STANDIN_INVALID_STUB',
      violations: [
        { pointer: '/status', rule: 'required' },
        { pointer: '/colour' },
        { pointer: '/id' }
      ]
    })
    t.match((await call('POST', '/stubs', { ...stub, contract: 'off' })).json(), {
      contract: 'off',
      id: '1'
    })
  }
)

t.test('what a stub cannot be is refused, the nearest named, and none is added', async t => {
  const { call } = await startAdmin(t)
  const bad: ReadonlyArray<[unknown, number, RegExp]> = [
    [{}, 400, /operation is required/],
    [
      { operation: 'kiln.fireBatch', rply: {}, tims: 1, delay: true },
      400,
      /did you mean "reply".*did you mean "times".*body \/delay/
    ],
    [{ operation: 'kiln.fireBatch', reply: { stats: 201 } }, 400, /did you mean "status"/],
    [{ operation: 'kiln.fireBatch', when: { boddy: 1 } }, 400, /did you mean "body"/],
    [{ operation: 'kiln.firBatch' }, 422, /did you mean "kiln.fireBatch"/],
    [
      { operation: 'kiln.fireBatch', reply: { example: 'blu', status: 201 } },
      422,
      /did you mean "blue"/
    ],
    [{ operation: 'kiln.fireBatch', delay: '5s' }, 422, /delay/]
  ]
  for (const [stub, status, detail] of bad) {
    t.match((await call('POST', '/stubs', stub)).json(), { status, detail }, JSON.stringify(stub))
  }
  t.same((await call('GET', '/stubs')).json(), { stubs: [] })
  t.equal((await call('POST', '/stubs', { operation: 'kiln.fireBatch' })).json().id, '1')
})

t.test('a stub is checked as it would be created, and is not', async t => {
  const { call } = await startAdmin(t)
  const check = async (body: unknown): Promise<unknown> => (await call('POST', '/stubs/check', body)).json()
  const reply = { status: 409, body: { message: 'No' } }
  t.same(await check({ operation: 'kiln.fireBatch', reply }), { warnings: [] })
  t.match(await check({ operation: 'kiln.fireBatch', when: { body: { glaz: 'blue' } } }), { warnings: [/glaze/] })
  for (const [body, pointer, code] of [
    [{ operation: 'kiln.fireBach' }, '/operation', 'STANDIN_INVALID_STUB'],
    [{ operation: 'kiln.fireBatch', tims: 2 }, '/tims', 'STANDIN_INVALID_REQUEST'],
    [{ operation: 'kiln.fireBatch', reply: { status: 409, body: [] } }, '/reply/body', 'STANDIN_INVALID_STUB']
  ] as const) {
    t.match(await check(body), { code, violations: [{ pointer }] }, pointer)
  }
  t.same((await call('GET', '/stubs')).json(), { stubs: [] })
})
