import { isAccepted } from './recording.ts'
import { kept } from './verify-check.ts'
import type { VerifyCheck } from './verify-check.ts'

/** Checks that requests without the credentials that their operation requires are refused. */
export const ignoredAuth: VerifyCheck = {
  name: 'ignored_auth',
  judge: ({ exchanges }) => exchanges.flatMap(exchange => {
    const { request: { method, operation }, response: { status } } = exchange
    if (operation === undefined || operation.method !== method || operation.security.length === 0) return []
    if (exchange.isAnonymous !== true) return []
    if (!isAccepted(exchange)) return [kept(operation)]
    const names = operation.security.map(schemes => schemes.map(({ name }) => name).join(' and ')).join(', or ')
    const difference = {
      contract: `that the request needs ${names}`,
      service: `accepts it with ${status} without a credential`,
      pointer: operation.pointer
    }
    return [{ operation, difference }]
  })
}
