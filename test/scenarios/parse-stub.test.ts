import t from 'tap'
import { createStubParser } from '../../src/scenarios/parse-stub.ts'
import { showStub } from '../../src/scenarios/stub.ts'
import { kiln } from '../simulation/kiln.ts'
import { order, orders, requestTo } from '../responses/orders.ts'

const { contract, simulation } = kiln()
const parseStub = createStubParser(
  [...orders(), ...contract.operations],
  new Map([['kiln', simulation]])
)

const noStatus = () => undefined

t.test('a stub needs no more than its operation', async t => {
  const stub = parseStub({ operation: 'orders.addOrder' }, 's1')
  t.same(showStub(stub), {
    id: 's1',
    operation: 'orders.addOrder',
    reply: { status: 201 },
    used: 0,
    contract: 'on'
  })
  t.equal(stub.matches(requestTo(order('addOrder')), noStatus), true)
})

t.test('all that a stub says is read, and shown as it was given', async t => {
  const given = {
    operation: 'orders.addOrder',
    when: {
      body: { items: [{ sku: 'a' }] },
      headers: { 'X-A': 1 },
      exact: ['body'],
      schemas: { query: { type: 'object' } },
      call: { from: 2, to: 4 }
    },
    reply: {
      status: 429,
      headers: { 'Retry-After': 5 },
      body: { message: 'Wait until {$now}' },
      trickle: { chunks: 3, over: 'PT1S' }
    },
    delay: { uniform: [100, 'PT0.2S'], by: 'clock' },
    fault: 'truncated-body',
    times: 3,
    priority: -1,
    contract: 'on'
  }
  const stub = parseStub(given, 's2')
  t.same(showStub(stub), { id: 's2', used: 0, ...given })
  t.match(stub, {
    times: 3,
    priority: -1,
    calls: { from: 2, to: 4 },
    delay: { by: 'clock' },
    actions: [
      {
        kind: 'reply',
        fault: 'truncated-body',
        reply: { status: 429, trickle: { chunks: 3, ms: 1_000, by: 'real' } }
      }
    ]
  })
  t.equal(
    stub.matches(
      requestTo(order('addOrder'), { headers: { 'x-a': '1' }, body: { items: [{ sku: 'a' }] } }),
      noStatus
    ),
    true
  )
  t.equal(
    stub.matches(
      requestTo(order('addOrder'), {
        headers: { 'x-a': '1' },
        body: { items: [{ sku: 'a' }], note: 'b' }
      }),
      noStatus
    ),
    false
  )
  t.equal(stub.matches(requestTo(order('addOrder')), noStatus), false)
})

t.test('an operation is named by its method and path as well', async t => {
  t.equal(
    parseStub({ operation: { method: 'get', path: '/orders/{id}' } }, 's').operation,
    'orders.getOrder'
  )
})

t.test('a stub is for all operations of an API, or for all', async t => {
  t.match(parseStub({ operation: 'orders.*', reply: { status: 503 } }, 's'), { operation: 'orders.*' })
  t.match(parseStub({ operation: '*', fault: 'no-answer' }, 's'), { operation: '*' })
  const { given } = parseStub({ operation: 'orders.*', when: { path: { id: 1 }, body: { note: 'x' } } }, 's')
  t.same(given, { contract: 'on', operation: 'orders.*', when: { path: { id: 1 }, body: { note: 'x' } } })
})

t.test('a stub is for a path outside every document where it may break the contract', async t => {
  const { operation, route } = parseStub({ operation: { method: 'get', path: '/a/{b}' }, contract: 'off' }, 's')
  t.equal(operation, 'GET /a/{b}')
  t.same(route, { method: 'GET', path: '/a/{b}' })
  t.equal(parseStub({ operation: 'GET /a/{b}', contract: 'off' }, 's').operation, 'GET /a/{b}')
})

t.test('a sequence has as many uses as steps', async t => {
  const { actions, times } = parseStub(
    {
      operation: 'kiln.fireBatch',
      sequence: [
        { status: 429 },
        { fault: 'no-answer' },
        { status: 409, fault: 'truncated-body' },
        'simulation'
      ]
    },
    's'
  )
  t.equal(times, 4)
  t.match(actions, [
    { kind: 'reply', reply: { status: 429 } },
    { kind: 'reply', fault: 'no-answer' },
    { kind: 'reply', reply: { status: 409 }, fault: 'truncated-body' },
    { kind: 'pass' }
  ])
  t.equal(parseStub({ operation: 'kiln.fireBatch', sequence: ['simulation'] }, 's').times, 1)
})

t.test('a stub may choose the way of what the simulation creates', async t => {
  const { actions } = parseStub(
    {
      operation: 'kiln.fireBatch',
      simulate: { lifecycle: 'broken', durations: { heating: 'PT90S' }, progression: { polls: 2 } },
      fault: 'reset-after-headers'
    },
    's'
  )
  t.same(actions, [
    {
      kind: 'pass',
      lifecycleChoice: {
        lifecycle: 'broken',
        durations: { heating: 'PT1M30S' },
        progression: { polls: 2 }
      },
      fault: 'reset-after-headers'
    }
  ])
})

t.test('a plain value that a request must have is the key of its stub', async t => {
  t.same(
    parseStub(
      { operation: 'orders.getOrder', when: { query: { fields: ['id'] }, path: { id: 7 } } },
      's'
    ).key,
    { place: 'path /id', value: '7' }
  )
  t.same(
    parseStub({ operation: 'orders.getOrder', when: { query: { fields: ['id'] } } }, 's').key,
    { place: 'query /fields/0', value: 'id' }
  )
  t.equal(
    parseStub({ operation: 'orders.getOrder', when: { query: { fields: [] } } }, 's').key,
    undefined
  )
})

type Refused = readonly [title: string, stub: unknown, message: RegExp]

const REFUSED: readonly Refused[] = [
  ['no object', [], /the stub: must be an object/],
  ['no operation', {}, /"operation" is missing/],
  ['an operation of another kind', { operation: 7 }, /\/operation: must be a name/],
  [
    'a path outside every document, under the contract',
    { operation: { method: 'GET', path: '/health' } },
    /\/operation: unknown operation "GET \/health".*with "contract": "off" a stub may be for it/
  ],
  ...([
    ['GET', '/a?b', /must have a path that begins with a slash, without a query/],
    ['GET', 'a', /must have a path that begins with a slash/],
    ['G T', '/a', /must have a method such as GET/],
    ['GET', '/__admin/stubs', /must have a path that is not of the stand-in itself/],
    ['GET', '/~a/b', /must have a path that is not of the stand-in itself/],
    ['GET', '/a/{b', /must have parameters such as \{tenant\}, each within a segment/],
    ['GET', '/a/{b/c}', /must have parameters such as/],
    ['GET', '/{a}/{a}', /must have each parameter once/]
  ] as const).map(([method, path, message]): Refused =>
    [`the route ${method} ${path}`, { operation: { method, path }, contract: 'off' }, message]),
  [
    'a parameter that a route does not have',
    { operation: 'GET /a/{b}', contract: 'off', when: { path: { c: 1 } } },
    /\/when\/path\/c: unknown path parameter of GET \/a\/\{b\} "c"/
  ],
  [
    'a way through the simulation of a route',
    { operation: 'GET /a', contract: 'off', sequence: ['simulation'] },
    /\/sequence\/0: there is no simulation of GET \/a/
  ],
  ['an unknown API', { operation: 'order.*' }, /unknown operation "order.\*", did you mean "orders.\*"/],
  [
    'a way of what several operations create',
    { operation: 'kiln.*', simulate: { lifecycle: 'broken' } },
    /\/simulate\/lifecycle: needs an operation that creates a resource/
  ],
  [
    'an example that none of several operations has',
    { operation: '*', reply: { example: 'nothing' } },
    /\/reply\/example: unknown example of \* "nothing"/
  ],
  [
    'a share above 1',
    { operation: 'orders.addOrder', when: { chance: 10 } },
    /\/when\/chance: must be a number from 0 to 1, such as 0.1, but is 10/
  ],
  [
    'a part in any order that it does not give',
    { operation: 'orders.addOrder', when: { anyOrder: ['body'] } },
    /\/when\/anyOrder\/0: "body" needs when.body, which is missing/
  ],
  [
    'a part in any order that has no lists',
    { operation: 'orders.addOrder', when: { anyOrder: ['headers'] } },
    /\/when\/anyOrder\/0: unknown part that can have lists "headers" \(known: query, body\)/
  ],
  [
    'a part both in any order and as some of the items',
    { operation: 'orders.addOrder', when: { body: {}, anyOrder: ['body'], contains: ['body'] } },
    /\/when\/contains\/0: "body" is in "anyOrder" too: keep one of them/
  ],
  [
    'too many objects in any order',
    { operation: 'orders.addOrder', when: { body: { items: Array(101).fill({}) }, contains: ['body'] } },
    /\/when\/body: has a list of more than 100 objects/
  ],
  [
    'an unknown operation',
    { operation: 'orders.adOrder' },
    /\/operation: unknown operation "orders.adOrder", did you mean "orders.addOrder"\?$/
  ],
  [
    'an unknown method and path',
    { operation: { method: 'GET', path: '/order/{id}' } },
    /"GET \/order\/\{id\}", did you mean "GET \/orders\/\{id\}"/
  ],
  [
    'an unknown member',
    { operation: 'orders.addOrder', repply: {} },
    /\/repply: unknown word "repply", did you mean "reply"\?/
  ],
  [
    'an unknown member of the reply',
    { operation: 'orders.addOrder', reply: { stats: 201 } },
    /\/reply\/stats: unknown word "stats", did you mean "status"\?/
  ],
  [
    'an unknown part of the request',
    { operation: 'orders.addOrder', when: { header: {} } },
    /\/when\/header: unknown word "header", did you mean "headers"\?/
  ],
  [
    'a part that is no object',
    { operation: 'orders.addOrder', when: { query: 'a=b' } },
    /\/when\/query: must be an object/
  ],
  [
    'an unknown path parameter',
    { operation: 'orders.getOrder', when: { path: { ID: 1 } } },
    /\/when\/path\/ID: unknown path parameter of orders\.getOrder "ID", did you mean "id"\?/
  ],
  [
    'a body where none is taken',
    { operation: 'orders.getOrder', when: { body: {} } },
    /\/when\/body: orders\.getOrder takes no body/
  ],
  [
    'a body that no request can have',
    { operation: 'orders.addOrder', when: { body: { items: [{ skv: 'a' }] } } },
    /\/when\/body\/items\/0\/skv: no request of orders\.addOrder can match this: .*did you mean "sku"/
  ],
  [
    'an exact part that is not there',
    { operation: 'orders.addOrder', when: { exact: ['body'] } },
    /\/when\/exact\/0: "body" needs when\.body/
  ],
  [
    'exact headers',
    { operation: 'orders.addOrder', when: { headers: {}, exact: ['headers'] } },
    /\/when\/exact\/0: unknown part that can be exact "headers"/
  ],
  [
    'a wrong schema',
    { operation: 'orders.addOrder', when: { schemas: { body: { type: 'objekt' } } } },
    /\/when\/schemas\/body: is not a JSON Schema: .*type/
  ],
  [
    'an unknown keyword in a schema',
    { operation: 'orders.addOrder', when: { schemas: { query: { minimun: 1 } } } },
    /\/when\/schemas\/query: is not a JSON Schema: .*minimun/
  ],
  [
    'a schema of an unknown part',
    { operation: 'orders.addOrder', when: { schemas: { boddy: {} } } },
    /\/when\/schemas\/boddy: unknown word "boddy", did you mean "body"\?/
  ],
  [
    'a schema of a body that there is not',
    { operation: 'orders.getOrder', when: { schemas: { body: {} } } },
    /\/when\/schemas\/body: orders.getOrder takes no body/
  ],
  [
    'a call before the first',
    { operation: 'orders.addOrder', when: { call: 0 } },
    /\/when\/call: must be a whole number from 1/
  ],
  [
    'calls that end before they begin',
    { operation: 'orders.addOrder', when: { call: { from: 3, to: 2 } } },
    /\/when\/call: "from" is 3, which is after "to"/
  ],
  [
    'the status of a resource that is not found',
    { operation: 'kiln.fireBatch', when: { resource: { status: 'ready' } } },
    /\/when\/resource: needs an operation that finds a resource/
  ],
  [
    'an unknown status of the resource',
    { operation: 'kiln.readBatch', when: { resource: { status: ['ready', 'coolin'] } } },
    /\/when\/resource\/status\/1: unknown status of kiln.Batch "coolin", did you mean "cooling"\?/
  ],
  [
    'an unknown status',
    { operation: 'orders.addOrder', reply: { status: 404 } },
    /\/reply\/status: breaks the contract of orders\.addOrder .*status.*201, 400, 429/
  ],
  [
    'a status that is none',
    { operation: 'orders.addOrder', reply: { status: '201' } },
    /\/reply\/status: must be a whole number from 200 to 599, but is "201"/
  ],
  [
    'an interim status',
    { operation: 'orders.addOrder', reply: { status: 100 }, contract: 'off' },
    /\/reply\/status: must be/
  ],
  [
    'an unknown example',
    { operation: 'orders.addOrder', reply: { example: 'piad' } },
    /\/reply\/example: unknown example of orders\.addOrder 201 "piad", did you mean "paid"\? \(known: paid, open\)/
  ],
  [
    'an unknown example, contract or not',
    { operation: 'orders.addOrder', reply: { status: 429, example: 'any' }, contract: 'off' },
    /unknown example of orders\.addOrder 429 "any"/
  ],
  [
    'a body beside an example',
    { operation: 'orders.addOrder', reply: { example: 'paid', body: {} } },
    /only one of "body"/
  ],
  [
    'an example that is to be generated',
    { operation: 'orders.addOrder', reply: { example: 'paid', generated: true } },
    /only one of "body"/
  ],
  [
    'a header that cannot be sent',
    { operation: 'orders.addOrder', reply: { headers: { 'a b': 'c' } } },
    /"a b" cannot be the name of a header/
  ],
  [
    'a header that would begin another',
    { operation: 'orders.addOrder', reply: { headers: { a: 'b\r\nc: d' } } },
    /\/reply\/headers\/a: .* cannot be sent in a header/
  ],
  [
    'a header that is no text',
    { operation: 'orders.addOrder', reply: { headers: { a: { b: 1 } } } },
    /\/reply\/headers\/a: must be text/
  ],
  [
    'a header that has an object among its values',
    { operation: 'orders.addOrder', reply: { headers: { a: ['b', { c: 1 }] } } },
    /\/reply\/headers\/a: must be text, or a list of texts/
  ],
  [
    'a header without values',
    { operation: 'orders.addOrder', reply: { headers: { a: [] } } },
    /\/reply\/headers\/a: must be text, or a list of texts/
  ],
  [
    'a value of several that would begin another header',
    { operation: 'orders.addOrder', reply: { headers: { 'Set-Cookie': ['a=1', 'b=2\r\nc: d'] } } },
    /\/reply\/headers\/Set-Cookie: .* cannot be sent in a header/
  ],
  [
    'several content types',
    { operation: 'orders.addOrder', reply: { headers: { 'content-type': ['text/plain', 'text/html'] } } },
    /\/reply\/headers\/content-type: a message has one Content-Type/
  ],
  ...['Transfer-Encoding', 'CONTENT-LENGTH', 'content-encoding', 'Connection', 'Trailer', 'Proxy-Authenticate'].map(
    (name): Refused => [
      `${name}, which frames the message`,
      { operation: 'orders.addOrder', reply: { headers: { [name]: '1' } }, contract: 'off' },
      new RegExp(`/reply/headers/${name}: the server writes ${name} itself`)
    ]
  ),
  [
    'a header that breaks the contract',
    { operation: 'orders.addOrder', reply: { status: 429, headers: { 'Retry-After': 'soon' } } },
    /\/reply\/headers\/Retry-After: breaks the contract .*retry-after.*"soon"/
  ],
  [
    'a body that breaks the contract',
    { operation: 'orders.addOrder', reply: { body: { id: 0, status: 'lost' } } },
    /\/reply\/body\/id: breaks the contract .*\/reply\/body\/status: breaks/
  ],
  [
    'a body of null where there must be more',
    { operation: 'orders.addOrder', reply: { body: null } },
    /breaks the contract/
  ],
  [
    'a body where there is none',
    { operation: 'orders.deleteOrder', reply: { body: {} } },
    /breaks the contract/
  ],
  [
    'an unknown expression',
    { operation: 'orders.addOrder', reply: { body: { id: 1, status: '$reqest.body' } } },
    /\/reply\/body\/status: unknown expression "\$reqest", did you mean "\$request"\?/
  ],
  [
    'a resource where none is found',
    { operation: 'kiln.fireBatch', reply: { body: '$resource' } },
    /\/reply\/body: there is no "\$resource" here/
  ],
  [
    'an unknown member of the resource',
    { operation: 'kiln.readBatch', reply: { body: { id: 1, status: '$resource.stats' } } },
    /\/reply\/body\/status: unknown member of kiln.Batch "stats", did you mean "status"\?/
  ],
  [
    'an expression of the wrong type',
    { operation: 'kiln.readBatch', reply: { body: { id: '$now', status: 'ready' } } },
    /\/reply\/body\/id: breaks the contract .*integer/
  ],
  [
    'a broken contract around its expressions',
    {
      operation: 'orders.addOrder',
      reply: { body: { id: '$request.body#/items/0/count', state: 'open' } }
    },
    /\/reply\/body\/status: .*\/reply\/body\/state: /
  ],
  [
    'an empty sequence',
    { operation: 'orders.addOrder', sequence: [] },
    /\/sequence: needs at least one step/
  ],
  [
    'a reply beside a sequence',
    { operation: 'orders.addOrder', sequence: [{}], reply: {}, times: 2 },
    /\/reply: "reply" cannot be combined with "sequence".*\/times: "times" cannot/
  ],
  [
    'an unknown step',
    { operation: 'orders.addOrder', sequence: ['simulatoin'] },
    /\/sequence\/0: unknown step "simulatoin", did you mean "simulation"\?/
  ],
  [
    'a step that breaks the contract',
    { operation: 'orders.addOrder', sequence: [{}, { status: 404 }] },
    /\/sequence\/1\/status: breaks the contract/
  ],
  [
    'a reply beside a simulation',
    { operation: 'kiln.fireBatch', simulate: {}, reply: {} },
    /\/reply: cannot be combined with "simulate"/
  ],
  [
    'an unknown lifecycle',
    { operation: 'kiln.fireBatch', simulate: { lifecycle: 'brokn' } },
    /\/simulate\/lifecycle: unknown lifecycle of kiln.Batch "brokn", did you mean "broken"\?/
  ],
  [
    'a duration of an unknown status',
    { operation: 'kiln.fireBatch', simulate: { durations: { heatin: 'PT1S', firing: '5s' } } },
    /\/durations\/heatin: .*did you mean "heating".*\/durations\/firing: must be an ISO 8601 duration/
  ],
  [
    'an unknown progression',
    { operation: 'kiln.fireBatch', simulate: { progression: 'clok' } },
    /\/simulate\/progression: unknown progression "clok", did you mean "clock"\?/
  ],
  [
    'a way for what is not created',
    { operation: 'kiln.readBatch', simulate: { lifecycle: 'broken' } },
    /\/simulate\/lifecycle: needs an operation that creates/
  ],
  [
    'an unknown fault',
    { operation: 'orders.addOrder', fault: 'garbge' },
    /\/fault: unknown fault "garbge", did you mean "garbage"\?/
  ],
  [
    'a trickle of one piece',
    { operation: 'orders.addOrder', reply: { trickle: { chunks: 1, over: 'PT1S' } } },
    /\/reply\/trickle\/chunks: must be a whole number from 2/
  ],
  [
    'a delay of another kind',
    { operation: 'orders.addOrder', delay: '5s' },
    /\/delay: must be milliseconds or a duration .* but is "5s"/
  ],
  ['a delay back in time', { operation: 'orders.addOrder', delay: -1 }, /\/delay: must be/],
  ['a delay of a week', { operation: 'orders.addOrder', delay: 'P7D' }, /of a day at most/],
  ['no uses', { operation: 'orders.addOrder', times: 0 }, /\/times: must be a whole number from 1/],
  [
    'half a priority',
    { operation: 'orders.addOrder', priority: 0.5 },
    /\/priority: must be a whole number, but is 0.5/
  ],
  [
    'an unknown way with the contract',
    { operation: 'orders.addOrder', contract: 'offf' },
    /\/contract: unknown contract mode "offf", did you mean "off"\?/
  ],
  [
    'several mistakes',
    { operation: 'orders.addOrder', times: 0, delay: true, when: { call: 0 } },
    /\/when\/call: .*\/delay: .*\/times: /
  ],
  [
    'endless depth',
    {
      operation: 'orders.addOrder',
      when: { body: JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) }
    },
    /more than 100 levels/
  ]
]

for (const [title, stub, message] of REFUSED) {
  t.test(`a stub with ${title} is refused`, async t => {
    t.throws(() => parseStub(stub, 's'), { code: 'STANDIN_INVALID_STUB', statusCode: 422, message })
  })
}

t.test(
  'a refused stub comes with each mistake and its place, counted from where the stub stands',
  async t => {
    try {
      parseStub(
        { operation: 'orders.addOrder', reply: { body: { id: 0, status: 'lost' } }, times: -1 },
        's',
        '/stubs/3'
      )
      t.fail('it is refused')
    } catch (error) {
      t.match(error, {
        violations: [
          { in: 'body', pointer: '/stubs/3/reply/body/id', rule: 'minimum' },
          { in: 'body', pointer: '/stubs/3/reply/body/status', rule: 'enum' },
          { in: 'body', pointer: '/stubs/3/times', rule: 'stub' }
        ]
      })
    }
  }
)

t.test('a reply may break the contract where the stub says so', async t => {
  t.match(
    parseStub(
      {
        operation: 'orders.addOrder',
        contract: 'off',
        reply: { status: 418, body: { any: 'thing' } }
      },
      's'
    ),
    { given: { contract: 'off' }, actions: [{ reply: { status: 418 } }] }
  )
})

t.test('what a template will give is not guessed', async t => {
  for (const reply of [
    { body: { id: '$request.body#/items/0/count', status: '$request.body#/note' } },
    { body: '$request.body' },
    {
      body: {
        id: 1,
        status: { $choose: '$request.body#/paid', of: { true: 'paid' }, else: 'open' }
      }
    },
    { status: 429, headers: { 'Retry-After': '{$request.body#/note}' }, body: { message: 'Wait' } },
    { status: 429, body: { message: 'Wait' } }
  ]) {
    t.doesNotThrow(
      () => parseStub({ operation: 'orders.addOrder', reply }, 's'),
      JSON.stringify(reply)
    )
  }
})

t.test('members that a schema does not name may be matched where it allows them', async t => {
  t.doesNotThrow(() =>
    parseStub(
      {
        operation: 'orders.addOrder',
        when: {
          query: { any: 1 },
          headers: { any: 'a' },
          cookies: { any: 'a' },
          body: { note: 'partial' }
        }
      },
      's'
    )
  )
})
