import t from 'tap'
import type { Operation } from '../../src/contract/contract.ts'
import type { ApiRequest } from '../../src/messages/message.ts'
import { DocumentedResponses, responsesByStatus } from '../../src/responses/documented-responses.ts'
import { createWorld, order, requestTo, withFixture } from './orders.ts'

function answersOf (operation: Operation, status: string): DocumentedResponses {
  const definition = operation.responses.find(response => response.status === status)
  if (definition === undefined) throw new Error(`no response ${status}`)
  return new DocumentedResponses(definition, { method: 'GET' })
}

t.test('an example is given by its name, or the first of them', async t => {
  const operation = withFixture(order('addOrder'), '201', { name: 'huge', value: { id: 1_000, status: 'open' } })
  const answers = answersOf(operation, '201')
  const request = requestTo(operation)

  t.match(answers.example(request, createWorld()), { body: { id: 1_000 }, source: 'fixture' })
  t.match(answers.example(request, createWorld(), 'open'), { body: { id: 8 }, source: 'example' })
  t.equal(answers.example(request, createWorld(), 'none'), undefined)
  t.same([answers.hasExample('paid'), answers.hasExample('none')], [true, false])
})

t.test('any answer is an example, or else a generated one', async t => {
  const operation = order('addOrder')
  t.equal(answersOf(operation, '400').any(requestTo(operation), createWorld()).source, 'example')
  t.equal(answersOf(operation, '429').any(requestTo(operation), createWorld()).source, 'generated')
})

t.test('beside a body that others give stand the documented headers', async t => {
  const operation = order('getOrder')
  t.same(answersOf(operation, '200').headers(requestTo(operation), createWorld()), { defaultHeaders: {} })
})

t.test('generated headers beside an example are the same each time, and differ by request and by seed', async t => {
  const operation = withFixture(order('addOrder'), '429', { name: 'default', value: { message: 'Wait' } })
  const answers = answersOf(operation, '429')
  const world = createWorld()
  const secondsOf = (count: number, ofWorld = world) =>
    answers.example(requestTo(operation, { query: { count } }), ofWorld)?.defaultHeaders?.['retry-after']

  t.equal(new Set(Array.from({ length: 10 }, () => secondsOf(1))).size, 1)
  t.ok(new Set(Array.from({ length: 20 }, (_item, count) => secondsOf(count))).size > 1)
  const names = Array.from({ length: 20 }, (_item, index) => `world-${index}`)
  t.ok(new Set(names.map(name => secondsOf(1, createWorld(name)))).size > 1)
})

t.test('a generated response is one response for each set of parameters and each body', async t => {
  const operation = order('getOrder')
  const answers = answersOf(operation, '200')
  const world = createWorld()
  const json = { headers: { accept: 'application/json' } }
  const ask = (parts: Partial<ApiRequest>, ofWorld = world) =>
    JSON.stringify(answers.steady(requestTo(operation, { ...json, ...parts }), ofWorld).body)
  const same = [
    { path: { id: 1 }, query: { a: 1, b: [2] }, body: { c: 1, d: { e: 1, f: 2 } } },
    { path: { id: 1 }, query: { b: [2], a: 1 }, body: { d: { f: 2, e: 1 }, c: 1 } }
  ]
  t.equal(new Set([...same, ...same].map(parts => ask(parts))).size, 1)
  t.equal(ask({ path: { id: 1 } }), ask({ path: { id: 1 } }, createWorld()), 'it follows from the seed')
  const others = Array.from({ length: 10 }, (_item, id) => [
    ask({ path: { id } }), ask({ query: { id } }), ask({ body: { id } }), ask({ body: [id] }), ask({ body: `${id}` }),
    ask({ body: Buffer.from([id]) }), ask({ body: id })
  ]).flat()
  t.ok(new Set(others).size > 60, `${new Set(others).size}`)
})

t.test('a kept response is forgotten with its world, and with its document', async t => {
  const world = createWorld()
  const ask = (operation: Operation) => answersOf(operation, '429').steady(requestTo(operation), world)
  const operation = order('addOrder')
  const first = ask(operation)
  t.equal(ask(operation), first)
  t.not(ask(order('addOrder')), first, 'another document, with the same names')
  t.ok(world.store.bytes() > 0)
})

t.test('a body that is nested too deeply to be compared counts by its bytes', async t => {
  const operation = order('addOrder')
  const answers = answersOf(operation, '429')
  const world = createWorld()
  const nested = (levels: number): unknown => {
    let body: unknown = 1
    for (let level = 0; level < levels; level++) body = [body]
    return body
  }
  const ask = (rawBody: Buffer) => answers.steady(requestTo(operation, { body: nested(100_000), rawBody }), world)
  t.equal(ask(Buffer.from('a')), ask(Buffer.from('a')))
  t.not(ask(Buffer.from('a')), ask(Buffer.from('b')))
})

t.test('the answers for a status are found, and made ready once', async t => {
  const answersFor = responsesByStatus(order('addOrder'))
  t.equal(answersFor(201)?.status, 201)
  t.equal(answersFor(201), answersFor(201))
})

t.test('a range and a default answer with the status that is asked for', async t => {
  t.equal(responsesByStatus(order('addOrder'))(503)?.status, 503)
  t.equal(responsesByStatus(order('getOrder'))(418)?.status, 418)
})

t.test('a status that is not documented has none', async t => {
  t.equal(responsesByStatus(order('addOrder'))(404), undefined)
})
