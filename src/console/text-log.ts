import type { Exchange } from '../worlds/exchange.ts'
import type { ObservedWorld } from '../worlds/observers.ts'
import type { Output } from './output.ts'
import type { Paint } from './paint.ts'
import { requestLine } from './request-line.ts'
import { traceRequest } from './trace-request.ts'
import { listUnknownHeaders } from './unknown-headers.ts'
import { whyRefused } from './why-refused.ts'
import type { ListServed } from './why-refused.ts'

/** Logs an exchange of a world. */
export type LogRequest = (exchange: Exchange, world: ObservedWorld) => void

export interface RequestLogOptions {
  /** The operations that are served, to find the one that is nearest to an unmatched request. */
  readonly operations: ListServed
  /** Whether it tells how each request got its response, too. */
  readonly isDetailed: boolean
}

/** Lists the trace that a request goes on, where there is one. */
function listTrace ({ requestHeaders }: Exchange, { observers }: ObservedWorld): string[] {
  const trace = observers.tracing.traceOf(requestHeaders)
  return trace === undefined ? [] : [`trace ${trace.traceId}, from the span ${trace.parentId}`]
}

/** Creates the function that writes a line of text for each request, and its details on lines below. */
export function createTextLog (options: RequestLogOptions, output: Output, paint: Paint): LogRequest {
  const { isDetailed, operations } = options
  return (exchange, world) => {
    const why = whyRefused(exchange, operations)
    const details = isDetailed ? [...listTrace(exchange, world), ...traceRequest(exchange, world)] : []
    const below = [...listUnknownHeaders(exchange), ...details].map(line => `  ${line}`)
    const lines = [requestLine(exchange, { world: world.name, why, paint }), ...below]
    output.write(`${lines.join('\n')}\n`)
  }
}
