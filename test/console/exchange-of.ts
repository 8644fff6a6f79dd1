import type { Exchange } from '../../src/worlds/exchange.ts'

/** Returns an exchange of `GET /orders` that was answered with an example, with other members where they are given. */
export function exchangeOf (other: Partial<Exchange> = {}): Exchange {
  return {
    id: '1',
    at: 0,
    realAt: 0,
    tookMs: 1,
    operation: 'shop.listOrders',
    method: 'GET',
    url: '/orders',
    requestPath: {},
    requestQuery: {},
    requestCookies: {},
    requestHeaders: {},
    requestBody: undefined,
    credentials: undefined,
    requestViolations: [],
    status: 200,
    responseHeaders: {},
    responseBody: { orders: [] },
    responseViolations: [],
    source: 'example',
    stub: undefined,
    example: undefined,
    fault: undefined,
    ...other
  }
}
