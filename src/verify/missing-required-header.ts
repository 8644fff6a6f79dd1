import type { Violation } from '../schemas/violation.ts'
import { isAccepted } from './recording.ts'
import { requestReading } from './request-reading.ts'
import { kept } from './verify-check.ts'
import type { VerifyCheck } from './verify-check.ts'

/** Checks that requests without a required header are rejected with 400, 401, 403, 406, 412, 415, 422 or 428. */
export const missingRequiredHeader: VerifyCheck = {
  name: 'missing_required_header',
  judge: ({ exchanges }) => exchanges.flatMap(exchange => {
    const { request: { operation }, response: { status } } = exchange
    const reading = requestReading(exchange)
    if (reading === undefined || reading.kind === 'valid') return []
    const missing = reading.violations.find(isMissingHeader)
    if (missing === undefined) return []
    if (!isAccepted(exchange)) return [kept(operation)]
    const name = missing.pointer.slice(1)
    const index = operation?.parameters.findIndex(parameter => parameter.name.toLowerCase() === name) ?? -1
    const difference = {
      contract: `that the header ${name} is required`,
      service: `accepts the request without it, with ${status}`,
      pointer: index < 0 ? operation?.pointer : `${operation?.pointer ?? ''}/parameters`
    }
    return [{ operation, difference }]
  })
}

function isMissingHeader ({ in: place, pointer, rule }: Violation): boolean {
  return place === 'header' && rule === 'required' && pointer !== '/content-type'
}
