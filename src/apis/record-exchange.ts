import type { ApiResponse } from '../messages/message.ts'
import type { RequestFacts } from '../simulation/scope.ts'
import type { Violation } from '../schemas/violation.ts'
import { stopwatch, systemTime } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'

export interface Recorded {
  readonly request: RequestFacts
  /** When it came, by the clock of the world; now, where it is left out. */
  readonly at?: number
  readonly requestViolations: readonly Violation[]
  readonly response: ApiResponse
  readonly responseHeaders: Readonly<Record<string, unknown>>
  readonly responseViolations: readonly Violation[]
}

/** Adds an exchange to the journal of its world. Nothing is copied, masked or formatted here: that is done when it is read, and whoever is told reads later. */
export function recordExchange (world: World, { at, request, requestViolations, response, responseHeaders, responseViolations }: Recorded): void {
  const tookMs = stopwatch() - request.receivedAt
  world.store.append({
    id: String(++world.exchanges),
    at: at ?? world.clock.now(),
    realAt: systemTime() - tookMs,
    tookMs,
    operation: request.operation?.id,
    method: request.method,
    url: request.url,
    requestPath: request.path,
    requestQuery: request.query,
    requestCookies: request.cookies,
    requestHeaders: request.headers,
    requestBody: request.body,
    requestViolations,
    status: response.status,
    responseHeaders,
    responseBody: response.body,
    responseViolations,
    source: response.source,
    stub: response.stub,
    example: response.example,
    fault: response.fault
  })
  world.exchanged.tell()
}
