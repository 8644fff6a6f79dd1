import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { parseExpectation } from '../../src/journal/parse-expectation.ts'
import { verify } from '../../src/journal/verify.ts'
import type { Verdict } from '../../src/journal/verify.ts'
import type { Exchange } from '../../src/worlds/exchange.ts'
import { exchange } from './exchange.ts'

const responses = { 200: { description: 'It is so.' } }

const { operations } = parseContract(
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Orders', version: '1' },
    paths: {
      '/orders': {
        post: {
          operationId: 'addOrder',
          requestBody: { content: { 'application/json': { schema: {} } } },
          responses
        }
      },
      '/orders/{id}': {
        get: {
          operationId: 'getOrder',
          parameters: [{ name: 'id', in: 'path', required: true, schema: {} }],
          responses
        },
        delete: {
          operationId: 'deleteOrder',
          parameters: [{ name: 'id', in: 'path', required: true, schema: {} }],
          responses
        }
      }
    }
  }),
  { file: 'orders.json', name: 'orders' }
)

const added = (id: string, item: string): Exchange =>
  exchange({ id, requestBody: { item, count: 1 } })
const got = (id: string, order: number): Exchange =>
  exchange({
    id,
    operation: 'orders.getOrder',
    method: 'GET',
    url: `/orders/${order}?a=b`,
    requestPath: { id: order }
  })
const lost = (id: string, url: string): Exchange =>
  exchange({ id, operation: undefined, method: 'POST', url, status: 404 })

const JOURNAL = [
  added('1', 'tea'),
  got('2', 7),
  added('3', 'milk'),
  got('4', 8),
  lost('5', '/order')
]

function check (expectation: object, journal: readonly Exchange[] = JOURNAL): Verdict {
  return verify(journal, parseExpectation(expectation, operations))
}

const add = { operation: 'orders.addOrder' }
const get = { operation: 'orders.getOrder' }
const tea = { ...add, when: { body: { item: 'tea' } } }
const milk = { ...add, when: { body: { item: 'milk' } } }

const COUNTS: ReadonlyArray<readonly [count: object | undefined, ok: boolean, problem?: string]> = [
  [undefined, true],
  [{ exactly: 2 }, true],
  [{ atLeast: 2, atMost: 2 }, true],
  [{ atMost: 2 }, true],
  [{ exactly: 1 }, false, 'Expected orders.addOrder exactly once, but it came 2 times'],
  [{ exactly: 0 }, false, 'Expected orders.addOrder exactly 0 times, but it came 2 times'],
  [{ atLeast: 3 }, false, 'Expected orders.addOrder at least 3 times, but it came 2 times'],
  [{ atMost: 1 }, false, 'Expected orders.addOrder at most once, but it came 2 times'],
  [
    { atLeast: 3, atMost: 4 },
    false,
    'Expected orders.addOrder at least 3 times and at most 4 times, but it came 2 times'
  ]
]

for (const [count, ok, problem] of COUNTS) {
  t.test(
    `two requests are ${ok ? '' : 'not '}${JSON.stringify(count ?? 'at least one')}`,
    async t => {
      const verdict = check({ ...add, ...(count && { count }) })
      t.equal(verdict.ok, ok)
      t.same(
        verdict.matching.map(({ id }) => id),
        ['1', '3']
      )
      t.equal(verdict.problem, problem)
    }
  )
}

t.test(
  'of those that are not as asked for, the one with the fewest differences comes nearest; of equals, the latest',
  async t => {
    const coffee = check({ ...add, when: { body: { item: 'coffee' } } })
    t.match(coffee, {
      ok: false,
      matching: [],
      problem:
        'Expected orders.addOrder at least once, but it matched 0 times'
    })
    t.match(coffee.nearest, {
      exchange: { id: '3' },
      differences: [{ where: 'body /item', expected: 'coffee', actual: 'milk' }]
    })

    t.match(check({ ...add, when: { body: { item: 'tea', count: 2 } } }).nearest, {
      exchange: { id: '1' },
      differences: [{ where: 'body /count', expected: 2, actual: 1 }]
    })
    t.match(
      check({ ...milk, count: { exactly: 2 } }).nearest,
      { exchange: { id: '1' } },
      'the other one is there'
    )
    t.equal(
      check({ ...milk, count: { exactly: 0 } }).nearest,
      undefined,
      'one too many came: nothing is missing'
    )
  }
)

t.test('where none came of the operation, it is the one whose path is most alike', async t => {
  const verdict = check({ operation: { method: 'delete', path: '/orders/{id}' } })
  t.match(verdict.nearest, {
    exchange: { id: '4' },
    differences: [{ where: 'operation', expected: 'orders.deleteOrder', actual: 'orders.getOrder' }]
  })
  t.match(check(add, [lost('1', '/order?token=abc')]).nearest, {
    differences: [{ expected: 'orders.addOrder', actual: 'POST /order' }]
  })
  t.equal(check(add, [lost('1', '/else')]).nearest, undefined)
  t.equal(check(add, []).nearest, undefined)
})

const SEQUENCES: ReadonlyArray<
  readonly [name: string, expectation: object, ok: boolean, problem?: string, where?: string]
> = [
  ['the next', { ...tea, sequence: [get] }, true],
  ['all of them', { ...tea, sequence: [get, milk, get] }, true],
  ['one that comes later', { ...tea, sequence: [{ ...get, when: { path: { id: 8 } } }] }, true],
  [
    'the wrong order',
    { ...milk, sequence: [tea] },
    false,
    'No matching request of orders.addOrder came after orders.addOrder (request 3)',
    'order'
  ],
  [
    'one that is not there',
    { ...tea, sequence: [{ ...get, when: { path: { id: 9 } } }] },
    false,
    'No matching request of orders.getOrder came after orders.addOrder (request 1)',
    'path /id'
  ],
  [
    'one more than there are',
    { ...tea, sequence: [get, get, get] },
    false,
    'No matching request of orders.getOrder came after orders.getOrder (request 4)',
    'order'
  ],
  [
    'without the first',
    { ...tea, count: { exactly: 0 }, sequence: [get] },
    false,
    'Expected orders.addOrder exactly 0 times, but it matched once'
  ]
]

for (const [name, expectation, ok, problem, where] of SEQUENCES) {
  t.test(`a sequence with ${name} is ${ok ? 'as it should be' : 'not'}`, async t => {
    const verdict = check(expectation)
    t.equal(verdict.ok, ok)
    t.equal(verdict.problem, problem)
    t.equal(verdict.nearest?.differences[0]?.where, where)
  })
}

t.test('one that came too early is told with its place', async t => {
  t.match(check({ ...milk, sequence: [tea] }).nearest, {
    exchange: { id: '1' },
    differences: [{ where: 'order', expected: 'after request 3', actual: 'request 1' }]
  })
})

const MISTAKES: ReadonlyArray<readonly [expectation: unknown, message: RegExp]> = [
  [{}, /"operation" is missing/],
  [
    { operation: 'orders.addOrde' },
    /\/operation: unknown operation "orders.addOrde", did you mean "orders.addOrder"/
  ],
  [
    { operation: { method: 'PUT', path: '/orders' } },
    /\/operation: unknown operation "PUT \/orders"/
  ],
  [{ ...add, whem: {} }, /\/whem: unknown word "whem", did you mean "when"/],
  [{ ...add, when: { boby: {} } }, /\/when\/boby: unknown word "boby", did you mean "body"/],
  [{ ...get, when: { path: { ix: 1 } } }, /path parameter of orders.getOrder "ix"/],
  [{ ...get, when: { body: {} } }, /\/when\/body: orders.getOrder takes no body/],
  [{ ...add, count: {} }, /\/count: needs "atLeast", "atMost" or "exactly"/],
  [{ ...add, count: { exactly: 1, atMost: 2 } }, /\/count: "exactly" cannot be combined/],
  [
    { ...add, count: { atLeast: 3, atMost: 2 } },
    /\/count: "atLeast" is 3, which is more than "atMost"/
  ],
  [{ ...add, count: { atLeast: -1 } }, /\/count\/atLeast: must be a whole number from 0/],
  [{ ...add, sequence: [{}] }, /\/sequence\/0: "operation" is missing/],
  [
    { ...add, sequence: [{ operation: 'nothing.at.all' }] },
    /\/sequence\/0\/operation: unknown operation/
  ]
]

for (const [expectation, message] of MISTAKES) {
  t.test(`${JSON.stringify(expectation)} cannot be verified`, async t => {
    t.throws(() => parseExpectation(expectation, operations), {
      code: 'STANDIN_INVALID_VERIFICATION',
      statusCode: 422,
      message
    })
  })
}
