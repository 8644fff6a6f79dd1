import { isAccepted, twinOf } from './recording.ts'
import { requestReading } from './request-reading.ts'
import { kept } from './verify-check.ts'
import type { VerifyCheck } from './verify-check.ts'

/** The statuses of requests that are refused for other reasons than their form. */
const OTHER_REASONS = new Set([401, 403, 404, 409, 410, 429])

/** Checks that requests that keep their contract, and that nothing is in the way of, are accepted. */
export const positiveDataAcceptance: VerifyCheck = {
  name: 'positive_data_acceptance',
  judge: ({ exchanges }, context) => exchanges.flatMap(exchange => {
    const { refusal, request: { operation }, response: { status } } = exchange
    if (refusal !== undefined || requestReading(exchange)?.kind !== 'valid') return []
    const twin = twinOf(exchange, context)
    // Only the stand-in knows of refusals by what has been sent before.
    if (twin === undefined || !isAccepted(twin)) return []
    if (status < 400 || status >= 500 || OTHER_REASONS.has(status)) return [kept(operation)]
    const difference = {
      contract: 'that the request is valid',
      service: `rejects it with ${status}`,
      pointer: operation?.pointer
    }
    return [{ operation, difference }]
  })
}
