import { maskUrl } from '../journal/mask-url.ts'
import { formatInstant } from '../worlds/clock.ts'
import { milliseconds } from './request-line.ts'
import type { LogRequest, RequestLogOptions } from './text-log.ts'
import { traceRequest } from './trace-request.ts'
import { listUnknownHeaders } from './unknown-headers.ts'
import { whyRefused } from './why-refused.ts'

/** Creates the function that logs each request as an object, which the logger writes as a line of JSON. */
export function createJsonLog (
  options: RequestLogOptions,
  log: (members: object, message: string) => void
): LogRequest {
  const { isDetailed, operations } = options
  return (exchange, world) => {
    const { at, example, fault, id, method, operation, realAt, source, status, stub, tookMs } = exchange
    const why = whyRefused(exchange, operations)
    const warnings = listUnknownHeaders(exchange)
    const trace = world.observers.tracing.traceOf(exchange.requestHeaders)
    log({
      world: world.name,
      exchange: id,
      came: formatInstant(realAt),
      at: formatInstant(at),
      method,
      url: maskUrl(exchange.url, exchange.credentials),
      operation,
      status,
      source,
      stub,
      example,
      fault,
      ms: milliseconds(tookMs),
      traceId: trace?.traceId,
      parentId: trace?.parentId,
      why,
      warnings: warnings.length === 0 ? undefined : warnings,
      trace: isDetailed ? traceRequest(exchange, world) : undefined
    }, 'request')
  }
}
