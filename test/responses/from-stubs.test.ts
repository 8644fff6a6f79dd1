import t from 'tap'
import { fromStubs } from '../../src/responses/from-stubs.ts'
import { createStubParser } from '../../src/scenarios/parse-stub.ts'
import type { ApiRequest, ApiResponse } from '../../src/validation/message.ts'
import type { World } from '../../src/worlds/world.ts'
import { createWorld, order, orders, requestTo } from './orders.ts'
import { keepTheRules } from './response-source.ts'

const parseStub = createStubParser(orders())

function addStub (world: World, id: string, stub: Record<string, unknown>): void {
  world.store.addStub(parseStub({ operation: 'orders.addOrder', ...stub }, id))
}

keepTheRules(t, { from: fromStubs, prepare: world => addStub(world, 's', {}) })

/** Asks a world with one stub. */
function answerOf (stub: Record<string, unknown>, parts?: Partial<ApiRequest>): ApiResponse | undefined {
  const operation = order('addOrder')
  const world = createWorld()
  addStub(world, 's', stub)
  return fromStubs(operation)(requestTo(operation, parts), world)
}

t.test('without a stub, the request is left to the next source', async t => {
  const operation = order('addOrder')
  t.equal(fromStubs(operation)(requestTo(operation), createWorld()), undefined)
})

t.test('a stub answers with its status, headers and body, and says which it was', async t => {
  t.match(answerOf({ reply: { status: 400, headers: { 'X-Trace': 'abc' }, body: { message: 'No' } }, delay: 'PT0.5S' }), {
    status: 400, headers: { 'x-trace': 'abc' }, body: { message: 'No' }, source: 'stub', stub: 's', delayMs: 500
  })
})

t.test('a body of null is JSON\'s null', async t => {
  t.equal(answerOf({ reply: { body: null }, contract: 'off' })?.body, null)
})

t.test('what a stub leaves open is given as documented', async t => {
  t.match(answerOf({}), { status: 201, body: { id: 7 }, defaultHeaders: { location: '/orders/7' }, source: 'stub' })
  t.match(answerOf({ reply: { example: 'open' } }), { status: 201, body: { id: 8 } })
  t.match(answerOf({ reply: { status: 429 } }), { status: 429, body: { message: String }, defaultHeaders: { 'retry-after': /\d/ }, source: 'stub' })
  t.match(answerOf({ reply: { status: 503 } }), { status: 503, body: { message: String } })
  t.match(answerOf({ reply: { body: { id: 1, status: 'open' } } }), { status: 201, defaultHeaders: { location: '/orders/7' } })
})

t.test('a status that is not documented is answered with what the stub has, where it may', async t => {
  t.match(answerOf({ reply: { status: 418, headers: { a: 'b' } }, contract: 'off' }), { status: 418, headers: { a: 'b' }, body: undefined })
  t.match(answerOf({ reply: { status: 418, body: 'tea' }, contract: 'off' }), { status: 418, headers: {}, body: 'tea' })
})

t.test('the latest stub that matches answers, as often as it may', async t => {
  const operation = order('addOrder')
  const respond = fromStubs(operation)
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
  t.equal(fromStubs(operation)(requestTo(operation), world), undefined)
  addStub(world, 't', {})
  t.equal(fromStubs(operation)(requestTo(operation), createWorld('b')), undefined)
})
