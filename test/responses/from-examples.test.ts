import t from 'tap'
import { fromExamples, fromSchema } from '../../src/responses/from-examples.ts'
import { createResponseValidator } from '../../src/validation/response-validator.ts'
import { createWorld, named, operationsOf, order, requestTo, withFixture } from './orders.ts'
import { asked, keepTheRules } from './response-source.ts'

keepTheRules(t, { from: fromExamples })
keepTheRules(t, { from: fromSchema })

t.test('the first example of the best success is given, with the headers that have examples', async t => {
  const operation = order('addOrder')
  t.match(asked(fromExamples(operation))(requestTo(operation), createWorld()), {
    status: 201,
    headers: {},
    defaultHeaders: { location: '/orders/7', 'x-tags': 'new,paid' },
    body: { id: 7, status: 'paid' },
    source: 'example'
  })
})

t.test('a fixture goes before the examples of the document', async t => {
  const operation = withFixture(order('addOrder'), '201', { name: 'default', value: { id: 9, status: 'open' } })
  t.match(asked(fromExamples(operation))(requestTo(operation), createWorld()), { body: { id: 9 }, source: 'fixture' })
})

t.test('it gives the very same answer again, which need not be checked again', async t => {
  const operation = order('addOrder')
  const source = asked(fromExamples(operation))
  t.equal(source(requestTo(operation), createWorld('a')), source(requestTo(operation), createWorld('b')))
})

t.test('the form that the client accepts is chosen, and named where it is not JSON', async t => {
  const operation = order('getOrder')
  const source = asked(fromExamples(operation))
  const answer = (accept: string) => source(requestTo(operation, { headers: { accept } }), createWorld())

  t.match(answer('application/xml;q=0.9, text/csv;q=0.1'), {
    headers: { 'content-type': 'application/xml' },
    body: '<order/>'
  })
  t.match(answer('text/*'), { headers: { 'content-type': 'text/csv' }, body: 'id,status' })
  t.equal(answer('application/json'), undefined, 'JSON has no example, and is left to the next source')
})

t.test('the best success is the lowest 2xx, else 2XX, else default as 200, else what comes first', async t => {
  const choices: ReadonlyArray<readonly [statuses: readonly string[], status: number]> = [
    [['400', '202', '200', 'default'], 200],
    [['400', '202', '204', '2XX'], 202],
    [['400', 'default', '2XX'], 200],
    [['400', 'default'], 200],
    [['302', '404'], 302],
    [['4XX'], 400]
  ]
  for (const [statuses, status] of choices) {
    const responses = Object.fromEntries(
      statuses.map(status => [
        status,
        { description: '', content: { 'application/json': { example: status } } }
      ])
    )
    const document = {
      openapi: '3.1.1',
      info: { title: 'T', version: '1' },
      paths: { '/a': { get: { operationId: 'a', responses } } }
    }
    const operation = named(operationsOf(JSON.stringify(document)), 'a')
    t.equal(asked(fromExamples(operation))(requestTo(operation), createWorld())?.status, status, statuses.join(', '))
  }
})

t.test('a hundred requests get generated answers that differ, and all keep to the contract', async t => {
  const operation = order('addOrder')
  const source = asked(fromSchema(operation))
  const validate = createResponseValidator(operation)
  const world = createWorld()
  const bodies = new Set<string>()
  for (let count = 0; count < 100; count++) {
    const response = source(requestTo(operation, { query: { count } }), world)
    if (response === undefined) return t.fail('no answer')
    t.same(validate({ ...response, headers: { ...response.defaultHeaders } }), [])
    bodies.add(JSON.stringify(response.body))
  }
  t.ok(bodies.size > 50, `${bodies.size} bodies`)
})

t.test('another world gets other bodies', async t => {
  const operation = order('addOrder')
  const source = asked(fromSchema(operation))
  const bodyIn = (name: string) => source(requestTo(operation), createWorld(name))?.body
  t.notSame(bodyIn('a'), bodyIn('b'))
})

t.test('a status without content has no body', async t => {
  const operation = order('deleteOrder')
  const response = asked(fromSchema(operation))(requestTo(operation), createWorld())
  t.match(response, { status: 204, headers: {}, source: 'generated' })
  t.equal(response?.body, undefined)
})

t.test('a form without a schema is as empty as it can be', async t => {
  const operations = operationsOf(`
openapi: 3.1.1
info: { title: T, version: '1' }
paths:
  /json: { get: { operationId: json, responses: { '200': { description: '', content: { application/json: {} } } } } }
  /text: { get: { operationId: text, responses: { '200': { description: '', content: { text/plain: {} } } } } }
`)
  const answer = (name: string) => {
    const operation = named(operations, name)
    return asked(fromSchema(operation))(requestTo(operation), createWorld())
  }
  t.match(answer('json'), { body: {}, headers: {} })
  t.match(answer('text'), { body: '', headers: { 'content-type': 'text/plain' } })
})

t.test('an operation that documents no response is left to the next source', async t => {
  const operation = { ...order('deleteOrder'), responses: [] }
  t.equal(asked(fromSchema(operation))(requestTo(operation), createWorld()), undefined)
})
