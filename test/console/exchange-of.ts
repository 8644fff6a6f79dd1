import type { Exchange } from '../../src/worlds/exchange.ts'
import { exchange } from '../journal/exchange.ts'

/** Returns an exchange of `GET /orders` that was answered with an example, with other members where they are given. */
export function exchangeOf (other: Partial<Exchange> = {}): Exchange {
  const listed = { operation: 'shop.listOrders', method: 'GET', status: 200, responseBody: { orders: [] }, tookMs: 1 }
  return exchange({ ...listed, at: 0, realAt: 0, ...other })
}
