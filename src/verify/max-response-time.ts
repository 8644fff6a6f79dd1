import { kept } from './verify-check.ts'
import type { VerifyCheck } from './verify-check.ts'

/** Checks that no response takes longer than it may. */
export const maxResponseTime: VerifyCheck = {
  name: 'max_response_time',
  judge: ({ exchanges }, { maxResponseTimeMs: max }) => {
    if (max === undefined) return []
    return exchanges.map(({ request: { operation }, response: { tookMs } }) => {
      if (tookMs <= max) return kept(operation)
      const difference = {
        contract: `nothing of it; --max-response-time says that a response takes at most ${max} ms`,
        service: `takes ${Math.round(tookMs)} ms`,
        pointer: operation?.pointer
      }
      return { operation, difference }
    })
  }
}
