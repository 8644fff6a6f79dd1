import { keepRequestBody } from '../journal/kept-body.ts'
import type { Fault } from '../messages/fault.ts'
import type { ApiResponse } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'
import type { RequestFacts } from '../simulation/scope.ts'
import { stopwatch, systemTime } from '../worlds/clock.ts'
import type { PendingExchange } from '../worlds/exchange.ts'
import type { World } from '../worlds/world.ts'

/** A request whose response cannot be sent at once. */
export interface Begun {
  readonly request: RequestFacts
  /** The time of the world when the request came, in milliseconds since 1970. */
  readonly at: number
  readonly requestViolations: readonly Violation[]
  /** The response, where it only waits to be sent. */
  readonly response?: ApiResponse
  readonly fault?: Fault | undefined
}

/**
 * Lists a request in the journal of its world until its response is recorded, or it is deleted from `pending`. Requests
 * that are answered at once never come here.
 */
export function beginExchange (world: World, begun: Begun): PendingExchange {
  const { at, fault, request, requestViolations, response } = begun
  const { receivedAt } = request
  const pending: PendingExchange = {
    id: `w${world.store.nextNumber('waiting', 1)}`,
    at,
    realAt: systemTime() - (stopwatch() - receivedAt),
    receivedAt,
    operation: request.operation?.id,
    method: request.method,
    url: request.url,
    requestPath: request.path,
    requestQuery: request.query,
    requestCookies: request.cookies,
    requestHeaders: request.headers,
    requestBody: keepRequestBody(request).body,
    credentials: request.operation?.credentials ?? request.credentials,
    requestViolations,
    source: response?.source,
    stub: response?.stub,
    example: response?.example,
    fault,
    resource: response?.resource
  }
  world.pending.set(pending.id, pending)
  world.exchanged.tell()
  world.watcher?.exchangeBegan(pending)
  return pending
}

/** Removes a request whose client has gone, or whose response failed, from those whose response is due. */
export function abortExchange (world: World, pending: PendingExchange): void {
  if (world.pending.delete(pending.id)) world.watcher?.exchangeAborted(pending)
}
