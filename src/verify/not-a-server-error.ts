import { kept } from './verify-check.ts'
import type { VerifyCheck } from './verify-check.ts'

/** Checks that no response is a failure of the server (5xx). */
export const notAServerError: VerifyCheck = {
  name: 'not_a_server_error',
  judge: ({ exchanges }) => exchanges.map(({ request, response: { status } }) => {
    const { method, operation } = request
    if (status < 500) return kept(operation)
    const difference = {
      contract: 'that requests are answered, not that they make the service fail',
      service: `fails with ${status} at ${method} ${operation?.path ?? 'of a file'}`,
      pointer: operation && `${operation.pointer}/responses`
    }
    return { operation, difference }
  })
}
