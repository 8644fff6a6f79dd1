import { isAccepted } from './recording.ts'
import { kept } from './verify-check.ts'
import type { VerifyCheck } from './verify-check.ts'

/** Checks that what was deleted can no longer be read (404 or 410). */
export const useAfterFree: VerifyCheck = {
  name: 'use_after_free',
  judge: ({ exchanges }) => {
    const deleted = new Set<string>()
    return exchanges.flatMap(exchange => {
      const { request: { method, operation, url }, response: { status } } = exchange
      if (method === 'DELETE' && isAccepted(exchange)) deleted.add(url)
      if (method === 'PUT' && isAccepted(exchange)) deleted.delete(url)
      if (method !== 'GET' || !deleted.has(url)) return []
      if (!isAccepted(exchange)) return [kept(operation)]
      const difference = {
        contract: `that DELETE ${operation?.path ?? ''} removes it`,
        service: `still responds ${status} to GET`,
        pointer: operation?.pointer
      }
      return [{ operation, difference }]
    })
  }
}
