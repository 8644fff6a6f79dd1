import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { createRecordedFinder } from '../../src/har/recorded-operation.ts'

const { operations } = parseContract(`
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: /v1 }]
paths:
  /orders: { get: { operationId: list, responses: { '200': { description: All. } } } }
  /orders/{id}: { get: { operationId: read, responses: { '200': { description: It. } } } }
  /orders/latest: { get: { operationId: latest, responses: { '200': { description: It. } } } }
  /{shop}/orders: { get: { operationId: ofShop, responses: { '200': { description: All. } } } }
  /orders/{id}:pay: { get: { operationId: pay, responses: { '200': { description: It. } } } }
`, { file: 'shop.yaml', name: 'shop' })

const find = createRecordedFinder(operations)

for (const [method, url, operation, path, base] of [
  ['GET', 'http://a/orders?page=2', 'shop.list', {}, 'http://a'],
  ['GET', 'http://a:80/v1/orders', 'shop.list', {}, 'http://a/v1'],
  ['GET', 'https://a/x/y/v1/orders/', 'shop.list', {}, 'https://a/x/y/v1'],
  ['GET', 'http://a/v1/orders/a%20b', 'shop.read', { id: 'a b' }, 'http://a/v1'],
  ['GET', 'http://a/v1/orders/latest', 'shop.latest', {}, 'http://a/v1'],
  ['GET', 'http://a/v1/%6Frders', 'shop.list', {}, 'http://a/v1'],
  ['GET', 'http://a/v1/lamps/orders', 'shop.ofShop', { shop: 'lamps' }, 'http://a/v1'],
  ['GET', 'http://a/lamps/orders', 'shop.ofShop', { shop: 'lamps' }, 'http://a'],
  ['GET', 'http://a/v1//orders', 'shop.list', {}, 'http://a/v1'],
  ['GET', 'http://a/v1/orders/7:pay', 'shop.pay', { id: '7' }, 'http://a/v1'],
  ['GET', 'http://a/v1/orders/7%3Apay', 'shop.pay', { id: '7' }, 'http://a/v1'],
  ['POST', 'http://a/v1/orders', undefined],
  ['GET', 'http://a/v1/order', undefined],
  ['GET', 'http://a/', undefined],
  ['GET', `http://a${'/x'.repeat(20)}/orders`, undefined]
] as const) {
  t.test(`${method} ${url} is of ${operation ?? 'none'}`, async t => {
    const found = find({ method, url, headers: [], body: undefined })
    t.equal(found?.operation.id, operation)
    if (operation !== undefined) t.same([found?.path, found?.base], [path, base])
  })
}
