import type { Delivery } from '../../src/worlds/delivery.ts'

/** A callback of a batch that waits for its first attempt. */
export const WAITING_DELIVERY: Delivery = {
  id: '1',
  callback: 'kiln.fireBatch/ready',
  resource: { type: 'kiln.Batch', id: '7' },
  url: 'http://127.0.0.1:9/',
  method: 'POST',
  state: 'waiting',
  due: undefined,
  body: undefined,
  contentType: undefined,
  headers: {},
  violations: [],
  attempts: []
}
