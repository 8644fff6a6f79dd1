import t from 'tap'
import { recordedReply } from '../../src/har/recorded-reply.ts'
import { routeOperation } from '../../src/scenarios/route-operation.ts'

const found = {
  operation: routeOperation({ method: 'GET', path: '/orders' }),
  path: {},
  base: 'https://shop.example/v1'
}

function headersOf (...headers: ReadonlyArray<readonly [string, string]>) {
  return recordedReply({ status: 200, headers, body: undefined }, found).headers
}

t.test('headers of the connection are left out, and repeated ones are lists', async t => {
  t.same(headersOf(['Date', 'x'], ['Transfer-Encoding', 'chunked'], ['Access-Control-Allow-Origin', '*']), {})
  t.same(headersOf(['Set-Cookie', 'a=1'], ['ETag', '"1"'], ['set-cookie', 'b=2']), {
    'set-cookie': ['a=1', 'b=2'],
    etag: '"1"'
  })
  t.same(headersOf(['x-price', '$5']), {}, 'what would be a template')
})

for (const [url, sent] of [
  ['https://shop.example/v1/orders/7', '{$server.url}/orders/7'],
  ['/v1/orders/7', '{$server.path}/orders/7'],
  ['https://shop.example/v10/orders', 'https://shop.example/v10/orders'],
  ['https://other.example/v1/orders', 'https://other.example/v1/orders'],
  ['//other.example/v1', '//other.example/v1'],
  ['orders/7', 'orders/7']
] as const) {
  t.test(`the location ${url} is sent as ${sent}`, async t => {
    t.same(headersOf(['Location', url]), { location: sent })
  })
}

t.test('a body is sent as it was', async t => {
  const bodyOf = (body: Buffer | undefined, parts = {}) =>
    recordedReply({ status: 200, headers: [], body, ...parts }, found)
  t.same(bodyOf(Buffer.from('{"a": "$now"}')), { status: 200, headers: {}, raw: '{"a": "$now"}' })
  t.match(bodyOf(Buffer.from('$parameters.a')), { base64: Buffer.from('$parameters.a').toString('base64') })
  t.match(bodyOf(Buffer.from([0xff])), { base64: '/w==' })
  t.match(bodyOf(undefined), { raw: '' })
  t.same(bodyOf(undefined, { status: 204 }), { status: 204, headers: {} })
  t.same(bodyOf(Buffer.from('{'), { isBodyLeftOut: true }), { status: 200, headers: {} }, 'the document fills it in')
})
