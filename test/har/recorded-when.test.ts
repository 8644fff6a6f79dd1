import t from 'tap'
import { routeOperation } from '../../src/scenarios/route-operation.ts'
import { countValues, recordedWhen } from '../../src/har/recorded-when.ts'

const operation = routeOperation({ method: 'POST', path: '/orders' })
const JSON_HEADER = [['Content-Type', 'application/json']] as const

function when (url: string, body?: string, headers: ReadonlyArray<readonly [string, string]> = JSON_HEADER) {
  const request = { method: 'POST', url: `http://a${url}`, headers, body: body === undefined ? body : Buffer.from(body) }
  return recordedWhen(request, { operation, path: {}, base: '' })
}

t.test('the query and a JSON body are compared, without credentials and what was masked', async t => {
  t.same(when('/orders'), {})
  t.same(when('/orders?a=1&b=x&b=y&api_key=s&c=***'), { query: { a: '1', b: ['x', 'y'] } })
  t.same(when('/orders', '{"item":"Lamp","AccessToken":"abc","list":[{"password":"x","n":1}],"note":"***"}'), {
    body: { item: 'Lamp', list: [{ n: 1 }] }
  })
  t.same(when('/orders', '[1,"a",null]'), { body: [1, 'a', null] })
})

t.test('a body that is no JSON, cut or long is not compared', async t => {
  t.same(when('/orders', '{"item":'), {})
  t.same(when('/orders', 'a=1', [['content-type', 'application/x-www-form-urlencoded']]), {})
  t.same(when('/orders', JSON.stringify('x'.repeat(70_000))), {})
})

t.test('parameters of the path are compared', async t => {
  const request = { method: 'GET', url: 'http://a/orders/7', headers: [], body: undefined }
  t.same(recordedWhen(request, { operation, path: { id: '7' }, base: '' }), { path: { id: '7' } })
})

t.test('values are counted at any depth', async t => {
  t.equal(countValues({}), 1)
  t.ok(countValues({ body: { a: 1, b: 2 } }) > countValues({ body: { a: 1 } }))
})
