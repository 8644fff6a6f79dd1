import t from 'tap'
import { createStubParser } from '../../src/scenarios/parse-stub.ts'
import { order, orders, requestTo } from '../responses/orders.ts'

const parseStub = createStubParser(orders())

t.test('a stub needs no more than its operation', async t => {
  const { matches, ...stub } = parseStub({ operation: 'orders.addOrder' }, 's1')
  t.same(stub, { id: 's1', operation: 'orders.addOrder', reply: { status: 201 }, used: 0, contract: 'on' })
  t.equal(matches(requestTo(order('addOrder'))), true)
})

t.test('all that a stub says is read', async t => {
  const { matches, ...stub } = parseStub({
    operation: 'orders.addOrder',
    when: { body: { items: [{ sku: 'a' }] }, headers: { 'X-A': 1 } },
    reply: { status: 429, headers: { 'Retry-After': 5 }, body: { message: 'Wait' } },
    delay: 'PT1.5S',
    times: 3,
    contract: 'on'
  }, 's2')
  t.same(stub, {
    id: 's2',
    operation: 'orders.addOrder',
    when: { body: { items: [{ sku: 'a' }] }, headers: { 'X-A': 1 } },
    reply: { status: 429, headers: { 'retry-after': '5' }, body: { message: 'Wait' } },
    delayMs: 1_500,
    times: 3,
    used: 0,
    contract: 'on'
  })
  t.equal(matches(requestTo(order('addOrder'), { headers: { 'x-a': '1' }, body: { items: [{ sku: 'a', count: 1 }] } })), true)
  t.equal(matches(requestTo(order('addOrder'))), false)
})

t.test('an operation is named by its method and path as well', async t => {
  t.equal(parseStub({ operation: { method: 'get', path: '/orders/{id}' } }, 's').operation, 'orders.getOrder')
})

t.test('written as JSON, a stub is what it says', async t => {
  t.same(JSON.parse(JSON.stringify(parseStub({ operation: 'orders.deleteOrder', delay: 0, reply: { status: 404 } }, 's'))), {
    id: 's', operation: 'orders.deleteOrder', reply: { status: 404 }, delayMs: 0, used: 0, contract: 'on'
  })
})

const REFUSED: ReadonlyArray<readonly [title: string, stub: unknown, message: RegExp]> = [
  ['no object', [], /the stub must be an object/],
  ['no operation', {}, /operation is missing/],
  ['an operation of another kind', { operation: 7 }, /operation must be a name/],
  ['an unknown operation', { operation: 'orders.adOrder' }, /the operation "orders.adOrder" is not known, did you mean "orders.addOrder"\? \(known: .*orders.getOrder/],
  ['an unknown method and path', { operation: { method: 'GET', path: '/order/{id}' } }, /"GET \/order\/\{id\}" is not known, did you mean "GET \/orders\/\{id\}"/],
  ['an unknown member', { operation: 'orders.addOrder', repply: {} }, /in the stub, the member "repply" is not known, did you mean "reply"\?/],
  ['an unknown member of the reply', { operation: 'orders.addOrder', reply: { stats: 200 } }, /in reply, the member "stats" is not known, did you mean "status"\?/],
  ['an unknown part of the request', { operation: 'orders.addOrder', when: { header: {} } }, /in when, the member "header" is not known, did you mean "headers"\?/],
  ['a part that is no object', { operation: 'orders.addOrder', when: { query: 'a=b' } }, /when\.query must be an object/],
  ['an unknown path parameter', { operation: 'orders.getOrder', when: { path: { ID: 1 } } }, /in when\.path, the parameter of orders\.getOrder "ID" is not known, did you mean "id"\?/],
  ['a body where none is taken', { operation: 'orders.getOrder', when: { body: {} } }, /orders\.getOrder takes no body/],
  ['a body that no request can have', { operation: 'orders.addOrder', when: { body: { items: [{ skv: 'a' }] } } }, /when\.body can match no request of orders\.addOrder: .*\/items\/0\/skv.*did you mean "sku"/],
  ['an unknown status', { operation: 'orders.addOrder', reply: { status: 404 } }, /breaks the contract of orders\.addOrder .*status.*201, 400, 429/],
  ['a status that is none', { operation: 'orders.addOrder', reply: { status: '201' } }, /reply\.status must be a whole number from 200 to 599, but is "201"/],
  ['an interim status', { operation: 'orders.addOrder', reply: { status: 100 }, contract: 'off' }, /reply\.status must be/],
  ['an unknown example', { operation: 'orders.addOrder', reply: { example: 'piad' } }, /the example of orders\.addOrder 201 "piad" is not known, did you mean "paid"\? \(known: paid, open\)/],
  ['an unknown example, contract or not', { operation: 'orders.addOrder', reply: { status: 429, example: 'any' }, contract: 'off' }, /the example of orders\.addOrder 429 "any" is not known$/],
  ['a body beside an example', { operation: 'orders.addOrder', reply: { example: 'paid', body: {} } }, /only one of them/],
  ['a header that cannot be sent', { operation: 'orders.addOrder', reply: { headers: { 'a b': 'c' } } }, /is no header that can be sent/],
  ['a header that would begin another', { operation: 'orders.addOrder', reply: { headers: { a: 'b\r\nc: d' } } }, /is no header that can be sent/],
  ['a header that is no text', { operation: 'orders.addOrder', reply: { headers: { a: { b: 1 } } } }, /reply\.headers\.a must be text/],
  ['a header that breaks the contract', { operation: 'orders.addOrder', reply: { status: 429, headers: { 'Retry-After': 'soon' } } }, /breaks the contract .*retry-after.*"soon"/],
  ['a body that breaks the contract', { operation: 'orders.addOrder', reply: { body: { id: 0, status: 'lost' } } }, /breaks the contract .*\/id .*\/status/],
  ['a body of null where there must be more', { operation: 'orders.addOrder', reply: { body: null } }, /breaks the contract/],
  ['a body where there is none', { operation: 'orders.deleteOrder', reply: { body: {} } }, /breaks the contract/],
  ['a delay of another kind', { operation: 'orders.addOrder', delay: '5s' }, /delay must be milliseconds or a duration .* but is "5s"/],
  ['a delay back in time', { operation: 'orders.addOrder', delay: -1 }, /delay must be/],
  ['a delay of a week', { operation: 'orders.addOrder', delay: 'P7D' }, /of a day at most/],
  ['no uses', { operation: 'orders.addOrder', times: 0 }, /times must be a whole number from 1, but is 0/],
  ['an unknown way with the contract', { operation: 'orders.addOrder', contract: false }, /contract must be "on" or "off", but is false/],
  ['endless depth', { operation: 'orders.addOrder', when: { body: JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) } }, /deeper than 100 levels/]
]

for (const [title, stub, message] of REFUSED) {
  t.test(`a stub with ${title} is refused`, async t => {
    t.throws(() => parseStub(stub, 's'), { code: 'STANDIN_INVALID_STUB', statusCode: 422, message })
  })
}

t.test('a refused reply comes with each violation', async t => {
  try {
    parseStub({ operation: 'orders.addOrder', reply: { body: { id: 0, status: 'lost' } } }, 's')
    t.fail('it is refused')
  } catch (error) {
    t.match(error, { violations: [{ in: 'body', pointer: '/id', rule: 'minimum' }, { in: 'body', pointer: '/status', rule: 'enum' }] })
  }
})

t.test('a reply may break the contract where the stub says so', async t => {
  const { reply, contract } = parseStub({ operation: 'orders.addOrder', contract: 'off', reply: { status: 418, body: { any: 'thing' } } }, 's')
  t.same(reply, { status: 418, body: { any: 'thing' } })
  t.equal(contract, 'off')
})

t.test('required headers may be left out: they are filled in', async t => {
  t.same(parseStub({ operation: 'orders.addOrder', reply: { status: 429, body: { message: 'Wait' } } }, 's').reply.headers, undefined)
})

t.test('members that a schema does not name may be matched where it allows them', async t => {
  t.doesNotThrow(() => parseStub({ operation: 'orders.addOrder', when: { query: { any: 1 }, headers: { any: 'a' }, cookies: { any: 'a' }, body: { note: 'partial' } } }, 's'))
})
