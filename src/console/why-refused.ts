import { nearestOperations } from '../journal/nearest-operations.ts'
import { pathOf } from '../journal/nearest-exchange.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { KeptBody } from '../messages/raw-body.ts'
import { shortJson } from '../schemas/short-json.ts'
import type { Exchange } from '../worlds/exchange.ts'

/** An operation at a path at which it is served. */
export interface ServedLine {
  readonly id: string
  readonly method: string
  readonly path: string
}

/** Lists the operations that are served. */
export type ListServed = () => readonly ServedLine[]

/**
 * Returns why a request was refused, or matched no operation, in one line; `undefined` for a request that was
 * served.
 */
export function whyRefused (exchange: Exchange, operations: ListServed): string | undefined {
  const { operation, requestViolations: [first, ...others], responseViolations, status } = exchange
  if (first !== undefined) return `${first.message}${andMore(others.length)}`
  if (operation === undefined) return whyUnmatched(exchange, operations)
  const [broken, ...more] = responseViolations
  if (broken !== undefined) return `the answer breaks its contract: ${broken.message}${andMore(more.length)}`
  return status < 400 ? undefined : bodyText(exchange.responseBody)
}

function whyUnmatched (exchange: Exchange, operations: ListServed): string {
  const [near] = nearestOperations(exchange.method, pathOf(exchange), operations(), 1)
  if (near === undefined) return 'no operation is like it'
  const { operation: { id, method, path }, why } = near
  return `the nearest is ${id} (${method.toUpperCase()} ${path}): ${why.join('; ')}`
}

/** Returns what an error says, in short: its body, with credentials masked; `undefined` for a large one. */
function bodyText (body: unknown): string | undefined {
  if (body === undefined || isFileContent(body) || body instanceof KeptBody) return undefined
  return shortJson(body, undefined)
}

function andMore (count: number): string {
  return count === 0 ? '' : `; and ${count} more`
}
