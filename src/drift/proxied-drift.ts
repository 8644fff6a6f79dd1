import type { Contract, Operation } from '../contract/contract.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { parseBody } from '../messages/parse-body.ts'
import { bodyValue } from '../messages/raw-body.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { createDriftReport } from './create-drift-report.ts'
import { Drift } from './drift.ts'
import type { DriftReport } from './drift-report.ts'
import { statedType } from './stated-type.ts'

/** The largest body that is compared, in bytes. */
const MAX_BYTES = 2 ** 22

/** Compares exchanges of worlds with contracts. Both of their messages have been validated. */
export class ProxiedDrift {
  readonly #drift: Drift
  readonly #operations: ReadonlyMap<string, Operation>

  constructor (contracts: readonly Contract[]) {
    this.#drift = new Drift(contracts)
    const operations = contracts.flatMap(contract => contract.operations)
    this.#operations = new Map(operations.map(operation => [operation.id, operation]))
  }

  count (exchange: Exchange, requestBody: unknown): void {
    const { method, operation, realAt, requestHeaders, requestViolations, url } = exchange
    const { responseBody, responseHeaders, responseViolations, status } = exchange
    this.#drift.count({
      at: realAt,
      method,
      url,
      operation: operation === undefined ? undefined : this.#operations.get(operation),
      request: { headers: requestHeaders, body: requestBody, violations: requestViolations },
      response: {
        status,
        headers: responseHeaders,
        body: valueOf(responseBody, responseHeaders),
        violations: responseViolations
      }
    })
  }

  report (): DriftReport {
    return createDriftReport(this.#drift)
  }
}

/** Returns the value of a body; `undefined` for a file and for more bytes than are compared. */
function valueOf (kept: unknown, headers: Exchange['responseHeaders']): unknown {
  const value = bodyValue(kept)
  if (isFileContent(value)) return undefined
  if (!Buffer.isBuffer(value)) return value
  if (value.length > MAX_BYTES) return undefined
  const reading = parseBody(value, statedType(headers) ?? 'application/octet-stream', undefined)
  return reading.kind === 'value' ? reading.value : undefined
}
