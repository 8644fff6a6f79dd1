import type { Operation } from '../contract/contract.ts'
import { requestExpression } from './expression-for.ts'

/** Names of headers with the key of a request that may come twice, in lower case. */
const KEYS = ['idempotency-key', 'x-idempotency-key', 'idempotent-key']

/** Returns whether a header has the key of a request that may come twice. */
export function isIdempotencyKey (name: string): boolean {
  return KEYS.includes(name.toLowerCase())
}

/** Returns the `idempotent` of an operation that documents a key for repeated requests; `undefined` without one. */
export function idempotentBy ({ parameters }: Operation): { by: string } | undefined {
  const key = parameters.find(({ in: place, name }) => place === 'header' && isIdempotencyKey(name))
  const by = key && requestExpression('header', key.name)
  return by === undefined ? undefined : { by }
}
