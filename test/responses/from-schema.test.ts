import t from 'tap'
import { fromSchema } from '../../src/responses/from-schema.ts'
import { createResponseValidator } from '../../src/validation/response-validator.ts'
import { createWorld, named, operationsOf, order, requestTo } from './orders.ts'
import { keepTheRules } from './response-source.ts'

keepTheRules(t, { from: fromSchema })

t.test('a hundred generated answers differ, and all keep to the contract', async t => {
  const operation = order('addOrder')
  const source = fromSchema(operation)
  const validate = createResponseValidator(operation)
  const world = createWorld()
  const bodies = new Set<string>()
  for (let count = 0; count < 100; count++) {
    const response = source(requestTo(operation), world)
    if (response === undefined) return t.fail('no answer')
    t.same(validate({ ...response, headers: { ...response.defaultHeaders } }), [])
    bodies.add(JSON.stringify(response.body))
  }
  t.ok(bodies.size > 50, `${bodies.size} bodies`)
})

t.test('another world gets other bodies', async t => {
  const operation = order('addOrder')
  const source = fromSchema(operation)
  const bodyIn = (name: string) => source(requestTo(operation), createWorld(name))?.body
  t.notSame(bodyIn('a'), bodyIn('b'))
})

t.test('a status without content has no body', async t => {
  const operation = order('deleteOrder')
  const response = fromSchema(operation)(requestTo(operation), createWorld())
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
    return fromSchema(operation)(requestTo(operation), createWorld())
  }
  t.match(answer('json'), { body: {}, headers: {} })
  t.match(answer('text'), { body: '', headers: { 'content-type': 'text/plain' } })
})

t.test('an operation that documents no response is left to the next source', async t => {
  const operation = { ...order('deleteOrder'), responses: [] }
  t.equal(fromSchema(operation)(requestTo(operation), createWorld()), undefined)
})
