import type { Operation } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import type { Violation } from '../schemas/violation.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { Findings } from './findings.ts'
import type { Hits } from './hits.ts'

/** How many violations of one message are counted. */
const MAX_VIOLATIONS = 10

/** Finds the places where a request or its response violates the contract. */
export function findViolations (exchange: Exchange, operation: Operation, findings: Findings, hits: Hits): void {
  const { requestViolations, responseViolations } = exchange
  for (const violation of requestViolations.slice(0, MAX_VIOLATIONS)) {
    const key = `${operation.id} request ${keyOf(violation)}`
    hits.touch(findings.cellOf('violations', key, () => ({
      api: operation.api,
      operation: operation.id,
      message: `The request violates the contract: ${violation.message}`,
      pointer: operation.pointer
    })))
  }
  for (const violation of responseViolations.slice(0, MAX_VIOLATIONS)) {
    // It is found as an undocumented status.
    if (violation.in === 'status') continue
    const key = `${operation.id} response ${exchange.status} ${keyOf(violation)}`
    hits.touch(findings.cellOf('violations', key, () => ({
      api: operation.api,
      operation: operation.id,
      message: `The response ${exchange.status} violates the contract: ${violation.message}`,
      pointer: pointerOf(operation, exchange.status)
    })))
  }
}

/** Finds a status that the operation does not document. */
export function findUndocumented ({ status }: Exchange, operation: Operation, findings: Findings, hits: Hits): void {
  const { api, id, responses } = operation
  hits.touch(findings.cellOf('undocumented', `${id} ${status}`, () => {
    const known = responses.map(response => response.status).join(', ')
    const message = `The status ${status} is not documented (known: ${known})`
    return { api, operation: id, message, pointer: operation.pointer }
  }))
}

/** The items of a list are alike, and so are their violations. */
function keyOf ({ in: part, pointer, rule }: Violation): string {
  const place = /\d/.test(pointer) ? pointer.replace(/\/\d+(?=\/|$)/g, '/*') : pointer
  return `${part} ${place} ${rule}`
}

function pointerOf ({ pointer, responses }: Operation, status: number): string {
  const texts = [String(status), `${String(status).charAt(0)}XX`, 'default']
  const known = texts.find(text => responses.some(response => response.status === text))
  return known === undefined ? pointer : `${pointer}/responses/${escapePointer(known)}`
}
