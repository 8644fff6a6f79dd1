import type { Contract } from '../contract/contract.ts'
import { OperationFinder } from '../har/operation-finder.ts'
import type { SeenExchange } from '../drift/seen-exchange.ts'
import { toSeenExchange } from '../drift/to-seen-exchange.ts'
import type { RecordedExchange } from '../har/recorded-exchange.ts'

/** A recorded exchange, validated, with what can be learned from. */
export interface Observed extends SeenExchange {
  /** About when the service saw the request: in the middle between it and its response. */
  readonly seenAt: number
  /** The values of the parameters in its path, still percent-encoded. */
  readonly path: Readonly<Record<string, string>>
  readonly recorded: RecordedExchange
}

/** Validates the exchanges of a recording that are for operations of a contract, in the order in which they began. */
export function observe (exchanges: readonly RecordedExchange[], contract: Contract): Observed[] {
  const finder = new OperationFinder(contract.operations)
  const observed: Observed[] = []
  for (const recorded of exchanges) {
    const { request: { method, url }, startedAt } = recorded
    const found = finder.find(method, new URL(url).pathname)
    if (found === undefined) continue
    const seen = toSeenExchange(recorded, finder)
    observed.push({ ...seen, seenAt: startedAt + recorded.durationMs / 2, path: found.path, recorded })
  }
  return observed.sort((one, other) => one.at - other.at)
}

/** Returns whether the service has accepted a request. */
export function isAccepted ({ response: { status } }: Observed): boolean {
  return status >= 200 && status < 300
}
