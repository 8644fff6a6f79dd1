import t from 'tap'
import type { Operation } from '../../src/contract/contract.ts'
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
  t.same(answersOf(order('getOrder'), '200').headers(createWorld()), { defaultHeaders: {} })
})

t.test('an answer with generated headers is made anew each time', async t => {
  const operation = withFixture(order('addOrder'), '429', { name: 'default', value: { message: 'Wait' } })
  const answers = answersOf(operation, '429')
  const world = createWorld()
  const seconds = Array.from(
    { length: 20 },
    () => answers.example(requestTo(operation), world)?.defaultHeaders?.['retry-after']
  )
  t.ok(new Set(seconds).size > 1, seconds.join(' '))
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
