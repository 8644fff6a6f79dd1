import { retryAfterMs } from '../journeys/retry-after-ms.ts'
import type { Recording, VerifyExchange } from './recording.ts'
import { kept, unjudged } from './verify-check.ts'
import type { Judgement, VerifyCheck } from './verify-check.ts'

/** Checks that a request that was refused with Retry-After is accepted once that time has passed. */
export const retryAfterTruth: VerifyCheck = {
  name: 'retry_after_truth',
  judge: recording => recording.exchanges.flatMap((exchange, index) => {
    const { request: { operation }, response } = exchange
    if (response.status !== 429 && response.status !== 503) return []
    const waitMs = retryAfterMs(response, exchange.until)
    if (waitMs === undefined) return []
    return [judgeRetry(exchange, waitMs, nextLike(recording, index, exchange.until + waitMs), operation)]
  })
}

function judgeRetry (
  { response: { status } }: VerifyExchange,
  waitMs: number,
  next: VerifyExchange | undefined,
  operation: VerifyExchange['request']['operation']
): Judgement {
  if (next === undefined) return unjudged(operation, 'the request was not sent again after Retry-After')
  if (next.response.status !== status) return kept(operation)
  const difference = {
    contract: `that Retry-After is when the next request is accepted: after ${waitMs / 1_000} s`,
    service: `responds ${status} again to a request that came then`,
    standin: 'accepts the request then',
    pointer: operation && `${operation.pointer}/responses`
  }
  return { operation, difference }
}

/** Returns the first request to the same operation that was sent from an instant on. */
function nextLike ({ exchanges }: Recording, index: number, from: number): VerifyExchange | undefined {
  const before = exchanges[index]
  return exchanges.slice(index + 1).find(({ at, request }) =>
    at >= from && request.operation?.id === before?.request.operation?.id)
}
