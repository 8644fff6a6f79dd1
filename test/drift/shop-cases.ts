import type { ExchangeParts } from './exchange-of.ts'

/** Requests and responses of the shop. */
export const ORDER = { id: 1, state: 'new', total: 5 }
export const LIST = { url: '/v1/orders' }
const CREATE = { method: 'POST', url: '/v1/orders', status: 201, responseBody: ORDER }

/** Exchanges, and what is found of each. */
export const CASES: ReadonlyArray<readonly [title: string, parts: ExchangeParts, expected: readonly string[]]> = [
  ['what the contract says', { ...LIST, responseBody: [ORDER] }, []],
  ['a path beside the contract', { url: '/v1/refunds/17', responseBody: [] }, ['undocumented-path GET /refunds/{id}']],
  ['a path that is refused', { url: '/v1/refunds/17', status: 404, responseBody: {} }, []],
  ['a method beside the contract', { method: 'DELETE', url: '/v1/orders/17', status: 204 }, [
    'undocumented-method DELETE /orders/{id}'
  ]],
  ['a preflight', { method: 'OPTIONS', url: '/v1/orders', status: 204 }, []],
  ['HEAD where there is GET', { method: 'HEAD', url: '/v1/orders' }, []],
  ['a page of the site', {
    url: '/index.html',
    responseBody: '<p>',
    responseHeaders: { 'content-type': 'text/html' }
  }, []],
  ['another status', { ...LIST, status: 418, responseBody: {} }, ['undocumented-status status 418']],
  ['another media type', { ...LIST, responseBody: 'id;1', responseHeaders: { 'content-type': 'text/csv' } }, [
    'undocumented-media-type response 200 media type text/csv'
  ]],
  ['a body where none is documented', {
    method: 'PUT',
    url: '/v1/orders/17',
    body: ORDER,
    status: 204,
    responseBody: {}
  }, [
    'undocumented-media-type response 204 media type application/json'
  ]],
  ['an undocumented header', { ...LIST, responseBody: [], responseHeaders: { 'x-total-count': '3' } }, [
    'undocumented-header response 200 header x-total-count'
  ]],
  ['headers of carriers', {
    ...LIST,
    responseBody: [],
    responseHeaders: { 'cf-ray': '1', server: 'x', etag: '"1"' }
  }, []],
  ['a header of the request', { ...LIST, responseBody: [], headers: { 'x-tenant': 'a', 'user-agent': 'x' } }, [
    'undocumented-header request header x-tenant'
  ]],
  ['an undocumented query parameter', { url: '/v1/orders?state=new&sort=asc', responseBody: [] }, [
    'undocumented-parameter query parameter sort'
  ]],
  ['a query parameter in brackets', { url: '/v1/orders?state[]=new', responseBody: [] }, []],
  ['a credential in the query', { url: '/v1/orders?api_key=abc', responseBody: [] }, []],
  ['a query parameter out of bounds', { url: '/v1/orders?limit=500', responseBody: [] }, [
    'value-out-of-bounds request query /limit'
  ]],
  ['a query parameter outside its enum', { url: '/v1/orders?state=lost', responseBody: [] }, [
    'value-outside-enum request query /state'
  ]],
  ['an undeclared member', { ...LIST, responseBody: [{ ...ORDER, note: 'x' }] }, [
    'undeclared-member response body /*/note'
  ]],
  ['a member that may have any name', { ...LIST, responseBody: [{ ...ORDER, labels: { any: 'x', other: 'y' } }] }, []],
  ['a member within a map', { ...LIST, responseBody: [{ ...ORDER, stock: { berlin: { count: 1, aisle: 2 } } }] }, [
    'undeclared-member response body /*/stock/*/aisle'
  ]],
  ['a free object', { ...LIST, responseBody: [{ ...ORDER, extra: { a: { b: 1 } } }] }, []],
  ['a member that is forbidden', { ...LIST, responseBody: [{ ...ORDER, lines: [{ sku: 'a', price: 1 }] }] }, [
    'undocumented-member response body /*/lines/*/price'
  ]],
  ['a value outside an enum', { ...LIST, responseBody: [{ ...ORDER, state: 'lost' }] }, [
    'value-outside-enum response body /*/state'
  ]],
  ['another type', { ...LIST, responseBody: [{ ...ORDER, total: '5' }] }, ['wrong-type response body /*/total']],
  ['null', { ...LIST, responseBody: [{ ...ORDER, total: null }] }, ['wrong-type response body /*/total']],
  ['a value below its bound', { ...LIST, responseBody: [{ ...ORDER, total: -5 }] }, [
    'value-out-of-bounds response body /*/total'
  ]],
  ['a format that is broken', { ...LIST, responseBody: [{ ...ORDER, paidAt: 'today' }] }, [
    'value-out-of-bounds response body /*/paidAt'
  ]],
  ['a missing member', { ...LIST, responseBody: [{ state: 'new', total: 5 }] }, ['missing-member response body /*/id']],
  ['a missing body', LIST, ['missing-body response body']],
  ['a missing header', { ...CREATE, body: ORDER }, ['missing-header response header /location']],
  ['a body that is no JSON', { ...LIST, responseBody: '{' }, ['unreadable response body']],
  ['a recursive value', { ...LIST, responseBody: [{ ...ORDER, parent: { ...ORDER, parent: { ...ORDER, odd: 1 } } }] }, [
    'undeclared-member response body /*/parent/parent/odd'
  ]],
  ['a request that is accepted', {
    ...CREATE,
    body: { id: 1, state: 'lost', more: true },
    responseHeaders: { location: '/v1/orders/1' }
  }, [
    'missing-member request body /total',
    'value-outside-enum request body /state',
    'undeclared-member request body /more'
  ]],
  ['a request that is refused', {
    ...CREATE,
    body: { state: 'lost' },
    status: 400,
    responseBody: { message: 'no' }
  }, []],
  ['a request at which the service fails', { ...CREATE, body: { state: 'lost' }, status: 500, responseBody: {} }, []],
  ['values that were masked when they were recorded', { ...LIST, responseBody: [{ ...ORDER, paidAt: '***' }] }, []]
]
