import { isAccepted } from './recording.ts'
import { kept } from './verify-check.ts'
import type { VerifyCheck } from './verify-check.ts'

/** The statuses that refuse a method; a gateway may refuse it before the service looks at it. */
const REFUSALS = new Set([401, 403, 404, 405, 501])

/** Checks that methods that a path does not have are refused with 405 and `Allow` (RFC 9110, section 15.5.6). */
export const unsupportedMethod: VerifyCheck = {
  name: 'unsupported_method',
  judge: ({ exchanges }) => exchanges.flatMap(exchange => {
    const { request: { method, operation }, response: { headers, status } } = exchange
    if (operation === undefined || operation.method === method) return []
    const pointer = operation.pointer.slice(0, operation.pointer.lastIndexOf('/'))
    const contract = `that ${operation.path} has no ${method}`
    if (!REFUSALS.has(status)) {
      const service = `${isAccepted(exchange) ? 'accepts' : 'answers'} it with ${status}, not 405`
      return [{ operation, difference: { contract, service, pointer } }]
    }
    if (status === 405 && headers.allow === undefined) {
      const service = 'responds 405 without the header Allow, which RFC 9110 requires'
      return [{ operation, difference: { contract, service, pointer } }]
    }
    return [kept(operation)]
  })
}
