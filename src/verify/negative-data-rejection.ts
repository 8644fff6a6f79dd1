import { requestReading } from './request-reading.ts'
import { kept } from './verify-check.ts'
import type { VerifyCheck } from './verify-check.ts'

/** The statuses that reject a request, beside those of failures. */
const REJECTIONS = new Set([400, 401, 403, 404, 405, 406, 409, 411, 413, 415, 422, 428, 429])

/** Checks that requests that break their contract are rejected. */
export const negativeDataRejection: VerifyCheck = {
  name: 'negative_data_rejection',
  judge: ({ exchanges }) => exchanges.flatMap(exchange => {
    const { request: { operation }, response: { status } } = exchange
    const reading = requestReading(exchange)
    if (reading === undefined || reading.kind === 'valid') return []
    if (REJECTIONS.has(status) || status >= 500) return [kept(operation)]
    const [first] = reading.violations
    const difference = {
      contract: `that ${first?.message ?? 'the request is invalid'}`,
      service: `accepts the request with ${status}`,
      pointer: operation?.pointer
    }
    return [{ operation, difference }]
  })
}
