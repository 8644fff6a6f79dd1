import type { Exchange } from '../../src/worlds/exchange.ts'

/** An exchange in which nothing special happened, but for what is given. */
export function exchange (parts: Partial<Exchange> = {}): Exchange {
  return {
    id: '1',
    at: Date.UTC(2026, 0, 1),
    realAt: Date.UTC(2025, 5, 1),
    tookMs: 1.23456,
    operation: 'orders.addOrder',
    method: 'POST',
    url: '/orders',
    requestPath: {},
    requestQuery: {},
    requestCookies: {},
    requestHeaders: {},
    requestBody: undefined,
    credentials: undefined,
    requestViolations: [],
    status: 201,
    responseHeaders: {},
    responseBody: undefined,
    responseViolations: [],
    source: 'example',
    stub: undefined,
    example: undefined,
    fault: undefined,
    ...parts
  }
}
