import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { nearestOperations } from '../../src/journal/nearest-operations.ts'

const responses = { 200: { description: 'It is so.' } }

const parameters = [{ name: 'id', in: 'path', required: true, schema: {} }]

const { operations } = parseContract(
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: {
      '/api/v1/orders': {
        get: { operationId: 'listOrders', responses },
        post: { operationId: 'addOrder', responses }
      },
      '/api/v1/orders/{id}': { parameters, get: { operationId: 'getOrder', responses } },
      '/api/v1/orders/{id}/lines': { parameters, get: { operationId: 'listLines', responses } },
      '/status': { get: { operationId: 'readStatus', responses } }
    }
  }),
  { file: 'shop.json', name: 'shop' }
)

const CASES: ReadonlyArray<readonly [line: string, nearest: string, why: readonly string[]]> = [
  ['GET /api/v1/orders', 'listOrders', []],
  ['GET /api/v1/orders/', 'listOrders', []],
  ['PUT /api/v1/orders', 'listOrders', ['the method is PUT, not GET']],
  ['DELETE /api/v1/orders/7', 'getOrder', ['the method is DELETE, not GET']],
  ['GET /api/v1/ordres', 'listOrders', ['"ordres" should be "orders"']],
  ['GET /v1/orders', 'listOrders', ['"api" is missing']],
  ['GET /api/v1/orders/7/line', 'listLines', ['"line" should be "lines"']],
  ['GET /shop/api/v1/orders/7', 'getOrder', ['"shop" is not expected']],
  ['GET /api/v2/orders/7/lines', 'listLines', ['"v2" should be "v1"']],
  ['POST /api/order', 'addOrder', ['"v1" is missing', '"order" should be "orders"']],
  ['GET /api/v1/orders/lines', 'getOrder', []],
  ['DELETE /api/v1/orders', 'listOrders', ['the method is DELETE, not GET']],
  ['GET /statuses', 'readStatus', ['"statuses" should be "status"']]
]

for (const [line, name, why] of CASES) {
  t.test(`${line} comes nearest to ${name}`, async t => {
    const [method = '', path = ''] = line.split(' ')
    const [near] = nearestOperations(method, path, operations)
    t.equal(near?.operation.name, name)
    t.strictSame(near?.why, why)
  })
}

t.test('what shares no word with an operation comes near to none', async t => {
  for (const path of ['/', '/nothing', '/a/b/c', '/%00']) {
    t.same(nearestOperations('GET', path, operations), [], path)
  }
})

t.test('so many are listed, the nearest first', async t => {
  t.same(
    nearestOperations('GET', '/api/v1/order', operations).map(({ operation }) => operation.name),
    ['listOrders', 'getOrder', 'addOrder']
  )
  t.equal(nearestOperations('GET', '/api/v1/order', operations, 1).length, 1)
})

t.test('a path of a thousand parts is compared in no time', async t => {
  t.equal(nearestOperations('GET', '/api/v1/orders'.repeat(1_000), operations).length, 3)
})
