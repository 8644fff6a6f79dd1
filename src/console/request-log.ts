import type { Observer } from '../worlds/observers.ts'
import { formatInstant } from '../worlds/clock.ts'
import { maskUrl } from '../journal/mask.ts'
import type { Output } from './output.ts'
import type { Paint } from './paint.ts'
import { milliseconds, requestLine } from './request-line.ts'
import { traceRequest } from './request-trace.ts'
import { listUnknownHeaders } from './unknown-headers.ts'
import { whyRefused } from './why-refused.ts'
import type { ListServed } from './why-refused.ts'

export interface RequestLogOptions {
  /** The operations that are served, to find the one that is nearest to an unmatched request. */
  readonly operations: ListServed
  /** Whether it tells how each request got its response, too. */
  readonly isDetailed: boolean
}

/** Creates the function that writes a line of text for each request, and its details on lines below. */
export function createTextLog (options: RequestLogOptions, output: Output, paint: Paint): Observer {
  const { isDetailed, operations } = options
  return (exchange, world) => {
    const why = whyRefused(exchange, operations)
    const details = isDetailed ? traceRequest(exchange, world) : []
    const below = [...listUnknownHeaders(exchange), ...details].map(line => `  ${line}`)
    const lines = [requestLine(exchange, { world: world.name, why, paint }), ...below]
    output.write(`${lines.join('\n')}\n`)
  }
}

/** Creates the function that logs each request as an object, which the logger writes as a line of JSON. */
export function createJsonLog (
  options: RequestLogOptions,
  log: (members: object, message: string) => void
): Observer {
  const { isDetailed, operations } = options
  return (exchange, world) => {
    const { at, example, fault, id, method, operation, realAt, source, status, stub, tookMs } = exchange
    const why = whyRefused(exchange, operations)
    const warnings = listUnknownHeaders(exchange)
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
      why,
      warnings: warnings.length === 0 ? undefined : warnings,
      trace: isDetailed ? traceRequest(exchange, world) : undefined
    }, 'request')
  }
}
