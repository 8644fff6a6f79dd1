import t from 'tap'
import { whyRefused } from '../../src/console/why-refused.ts'
import type { Violation } from '../../src/schemas/violation.ts'
import { exchangeOf } from './exchange-of.ts'

const OPERATIONS = [{ id: 'shop.listOrders', method: 'GET', path: '/orders' }]
const served = () => OPERATIONS

function violation (message: string): Violation {
  return { in: 'body', pointer: '', rule: 'type', expected: 'be an object', message }
}

t.test('A request that was served has no reason', async t => {
  const never = () => t.fail('the operations are not asked for')
  t.equal(whyRefused(exchangeOf(), () => { never(); return [] }), undefined)
})

t.test('The first violation is told, and how many more there are', async t => {
  const requestViolations = [violation('body must be an object'), violation('b'), violation('c')]
  t.equal(whyRefused(exchangeOf({ status: 400, requestViolations }), served), 'body must be an object; and 2 more')
  const responseViolations = [violation('body must be a list')]
  t.equal(whyRefused(exchangeOf({ responseViolations }), served), 'the answer breaks its contract: body must be a list')
})

t.test('An unmatched request names the nearest operation', async t => {
  const near = exchangeOf({ operation: undefined, status: 404, url: '/order?x=1' })
  t.match(whyRefused(near, served), /^the nearest is shop\.listOrders \(GET \/orders\): "order" should be "orders"/)
  const far = exchangeOf({ operation: undefined, status: 404, url: '/zzz/yyy' })
  t.equal(whyRefused(far, served), 'no operation is like it')
})

t.test('Another error is told by the start of its body, without credentials', async t => {
  const conflict = exchangeOf({ status: 409, responseBody: { message: 'exists', accessToken: 'secret1' } })
  t.equal(whyRefused(conflict, served), '{"message":"exists","accessToken":"***"}')
  const long = exchangeOf({ status: 500, responseBody: 'x'.repeat(10_000) })
  t.ok((whyRefused(long, served) ?? '').length <= 60)
  t.equal(whyRefused(exchangeOf({ status: 404, responseBody: undefined }), served), undefined)
})
