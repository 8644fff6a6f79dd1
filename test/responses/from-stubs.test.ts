import t from 'tap'
import type { Operation } from '../../src/contract/contract.ts'
import { fromStubs } from '../../src/responses/from-stubs.ts'
import type { Respond } from '../../src/responses/response-source.ts'
import { createStubParser } from '../../src/scenarios/parse-stub.ts'
import type { ApiRequest, ApiResponse } from '../../src/messages/message.ts'
import type { World } from '../../src/worlds/world.ts'
import { kiln, frozenKiln } from '../simulation/kiln.ts'
import { seedResource } from '../../src/simulation/seed.ts'
import { createWorld, named, order, orders, requestTo } from './orders.ts'
import { asked, keepTheRules } from './response-source.ts'

const parseStub = createStubParser(orders())

/** Asks the stubs of an operation. */
function askStubs (operation: Operation, next?: Respond) {
  return asked(fromStubs(operation), next)
}

function addStub (world: World, id: string, stub: Record<string, unknown>): void {
  world.store.addStub(parseStub({ operation: 'orders.addOrder', ...stub }, id))
}

keepTheRules(t, { from: operation => fromStubs(operation), prepare: world => addStub(world, 's', {}) })
keepTheRules(t, {
  from: operation => fromStubs(operation),
  prepare: world =>
    addStub(world, 's', { reply: { generated: true }, delay: { uniform: [0, 1_000] } })
})

/** Asks a world with one stub. */
function answerOf (stub: Record<string, unknown>, parts?: Partial<ApiRequest>): ApiResponse | undefined {
  const operation = order('addOrder')
  const world = createWorld()
  addStub(world, 's', stub)
  return askStubs(operation)(requestTo(operation, parts), world)
}

t.test('without a stub, the request is left to the next source', async t => {
  const operation = order('addOrder')
  t.equal(askStubs(operation)(requestTo(operation), createWorld()), undefined)
})

t.test('a stub for several operations has each succeed in its own way, or all with one status', async t => {
  const world = createWorld()
  world.store.addStub(parseStub({ operation: 'orders.*', reply: { headers: { 'X-A': 'b' } } }, 's'))
  for (const [name, status] of [['addOrder', 201], ['getOrder', 200]] as const) {
    const operation = order(name)
    const response = askStubs(operation)(requestTo(operation), world)
    t.match(response, { status, headers: { 'x-a': 'b' }, stub: 's' })
    t.not(response?.body, undefined)
  }
  world.store.addStub(parseStub({ operation: '*', reply: { status: 503 } }, 'down'))
  const operation = order('addOrder')
  t.match(askStubs(operation)(requestTo(operation), world), { status: 503, stub: 'down' })
})

t.test('a stub answers with its status, headers and body, and says which it was', async t => {
  t.match(
    answerOf({
      reply: { status: 400, headers: { 'X-Trace': 'abc' }, body: { message: 'No' } },
      delay: 'PT0.5S'
    }),
    {
      status: 400,
      headers: { 'x-trace': 'abc' },
      body: { message: 'No' },
      source: 'stub',
      stub: 's',
      delivery: { delay: { ms: 500, by: 'real' } }
    }
  )
})

t.test('a body of null is JSON\'s null', async t => {
  t.equal(answerOf({ reply: { body: null }, contract: 'off' })?.body, null)
})

t.test('what a stub leaves open is given as documented', async t => {
  t.match(answerOf({}), { status: 201, body: { id: 7 }, defaultHeaders: { location: '/orders/7' }, source: 'stub' })
  t.match(answerOf({ reply: { example: 'open' } }), { status: 201, body: { id: 8 } })
  t.match(answerOf({ reply: { status: 429 } }), {
    status: 429,
    body: { message: String },
    defaultHeaders: { 'retry-after': /\d/ },
    source: 'stub'
  })
  t.match(answerOf({ reply: { status: 503 } }), { status: 503, body: { message: String } })
  t.match(answerOf({ reply: { body: { id: 1, status: 'open' } } }), {
    status: 201,
    defaultHeaders: { location: '/orders/7' }
  })
})

t.test('a status that is not documented is answered with what the stub has, where it may', async t => {
  t.match(answerOf({ reply: { status: 418, headers: { a: 'b' } }, contract: 'off' }), {
    status: 418,
    headers: { a: 'b' },
    body: undefined
  })
  t.match(answerOf({ reply: { status: 418, body: 'tea' }, contract: 'off' }), { status: 418, headers: {}, body: 'tea' })
})

t.test('the latest stub that matches answers, as often as it may', async t => {
  const operation = order('addOrder')
  const respond = askStubs(operation)
  const world = createWorld()
  addStub(world, 'any', {})
  addStub(world, 'note', { when: { body: { note: 'x' } } })
  addStub(world, 'twice', { times: 2 })

  const ask = (note: string) => respond(requestTo(operation, { body: { note } }), world)?.stub
  t.same([ask('x'), ask('y'), ask('x'), ask('y')], ['twice', 'twice', 'note', 'any'])
})

t.test('a stub of another world, or of another operation, does not answer', async t => {
  const operation = order('addOrder')
  const world = createWorld('a')
  world.store.addStub(parseStub({ operation: 'orders.deleteOrder' }, 's'))
  t.equal(askStubs(operation)(requestTo(operation), world), undefined)
  addStub(world, 't', {})
  t.equal(askStubs(operation)(requestTo(operation), createWorld('b')), undefined)
})

t.test('texts are filled in from the request', async t => {
  const reply = {
    headers: { 'X-Sku': '{$request.body#/items/0/sku}!' },
    body: {
      id: '$request.body#/items/0/count',
      status: '$request.body#/note',
      price: '$$5',
      missing: '$request.body#/none'
    }
  }
  const response = answerOf({ reply, contract: 'off' }, { body: { items: [{ sku: 'a', count: 3 }], note: 'open' } })
  t.match(response, { headers: { 'x-sku': 'a!' } })
  t.same(response?.body, { id: 3, status: 'open', price: '$5' })
})

t.test('a generated body is drawn anew each time, and fits its schema', async t => {
  const operation = order('addOrder')
  const world = createWorld()
  addStub(world, 's', { reply: { generated: true } })
  const bodies = Array.from({ length: 20 }, () => askStubs(operation)(requestTo(operation), world)?.body)
  t.match(bodies[0], { id: Number, status: String })
  t.ok(new Set(bodies.map(body => JSON.stringify(body))).size > 10)
})

t.test('the steps of a sequence are taken one by one, and then the stub is used up', async t => {
  const operation = order('addOrder')
  const world = createWorld()
  const respond = askStubs(operation, () => ({ status: 200, headers: {}, body: 'next', source: 'example' }))
  addStub(world, 'after', { reply: { example: 'open' } })
  addStub(world, 's', { sequence: [{ status: 429 }, { fault: 'no-answer' }, 'simulation'] })

  const answers = Array.from({ length: 4 }, () => respond(requestTo(operation), world))
  t.match(answers, [
    { status: 429, stub: 's', source: 'stub', delivery: { fault: undefined } },
    { delivery: { fault: 'no-answer' }, stub: 's' },
    { body: 'next', stub: 's', source: 'example' },
    { body: { id: 8 }, stub: 'after' }
  ])
})

t.test('the nth call is counted among the requests that match', async t => {
  const operation = order('addOrder')
  const world = createWorld()
  addStub(world, 's', { when: { body: { note: 'x' }, call: 2 }, reply: { status: 429 } })
  const ask = (note: string) => askStubs(operation)(requestTo(operation, { body: { note } }), world)?.status
  t.same([ask('x'), ask('y'), ask('x'), ask('x')], [undefined, undefined, 429, undefined])
})

t.test('delays are drawn from the world\'s seed, and go by either clock', async t => {
  const delays = (delay: unknown, name?: string) => {
    const operation = order('addOrder')
    const world = createWorld(name)
    addStub(world, 's', { delay })
    return Array.from({ length: 50 }, () => askStubs(operation)(requestTo(operation), world)?.delivery?.delay?.ms ?? -1)
  }
  t.same(new Set(delays({ fixed: 'PT0.1S' })), new Set([100]))
  const uniform = delays({ uniform: [100, 'PT0.2S'] })
  t.ok(uniform.every(delay => delay >= 100 && delay < 200))
  t.ok(new Set(uniform).size > 40)
  t.same(delays({ uniform: [100, 'PT0.2S'] }), uniform)
  t.notSame(delays({ uniform: [100, 'PT0.2S'] }, 'other'), uniform)
  const lognormal = delays({ lognormal: { median: 100, sigma: 0.5 } }).sort((a, b) => a - b)
  t.ok((lognormal[0] ?? 0) > 10)
  t.ok((lognormal[25] ?? 0) > 60 && (lognormal[25] ?? 0) < 160, 'half of them are shorter than the median')
  t.match(answerOf({ delay: { fixed: 5, by: 'clock' } }), { delivery: { delay: { ms: 5, by: 'clock' } } })
})

t.test('a way for what the request creates is passed on with the request', async t => {
  const { contract, simulation } = kiln()
  const operation = named(contract.operations, 'fireBatch')
  const { world } = frozenKiln()
  const passed: unknown[] = []
  const next: Respond = ({ lifecycleChoice }) => {
    passed.push(lifecycleChoice)
    return { status: 204, headers: {}, body: undefined, source: 'simulation' }
  }
  const respond = askStubs(operation, next)
  world.store.addStub(
    createStubParser(contract.operations, new Map([['kiln', simulation]]))(
      { operation: operation.id, simulate: { lifecycle: 'broken' } },
      's'
    )
  )
  t.match(respond(requestTo(operation), world), { status: 204, source: 'simulation', stub: 's' })
  t.same(passed, [{ lifecycle: 'broken' }])
})

t.test('a stub matches and names the resource that the operation finds by its status; no read is counted', async t => {
  const { contract, simulation } = kiln()
  const operation = named(contract.operations, 'readBatch')
  const { world, batch } = frozenKiln()
  const respond = asked(fromStubs(operation, { find: simulation.operations.get(operation.id)?.find }))
  world.store.putSettings({ ...world.settings, progression: { polls: 2 } })
  const resource = seedResource(batch, '5', { members: { glaze: 'blue' } }, world)
  world.store.addStub(
    createStubParser(contract.operations, new Map([['kiln', simulation]]))(
      {
        operation: operation.id,
        when: { resource: { status: ['heating', 'firing'] } },
        reply: { status: 404, body: { message: '{$id} is {$status}: {$resource.glaze}' } }
      },
      's'
    )
  )

  const ask = (id: number) => respond(requestTo(operation, { path: { id } }), world)?.body
  t.same(ask(5), { message: '5 is heating: blue' })
  t.equal(ask(6), undefined)
  t.equal(resource.progress.reads, 0)
  world.store.update(batch.id, '5', ({ progress }) => ({ progress: { ...progress, stage: 2 } }))
  t.equal(ask(5), undefined)
})

t.test('ten thousand stubs of one operation are told apart by a plain value', async t => {
  const operation = order('addOrder')
  const world = createWorld()
  for (let id = 0; id < 10_000; id++) addStub(world, `s${id}`, { when: { body: { note: `n${id}` } } })
  const ask = (note: string) => askStubs(operation)(requestTo(operation, { body: { note } }), world)?.stub
  t.same([ask('n42'), ask('n9999'), ask('n10000')], ['s42', 's9999', undefined])
})
