import type { Operation } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import type { Violation } from '../schemas/violation.ts'
import { findResponse } from '../validation/response-validator.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { Findings } from './findings.ts'
import type { Hits } from './hits.ts'

/** How many violations of one message are counted. */
const MAX_VIOLATIONS = 10

/** Finds the places where a request or its response violates the contract. */
export function findViolations (exchange: Exchange, operation: Operation, findings: Findings, hits: Hits): void {
  const { requestViolations, responseViolations, status } = exchange
  for (let index = 0; index < MAX_VIOLATIONS; index++) {
    const violation = requestViolations[index]
    if (violation === undefined) break
    hits.touch(cellOf(violation, operation, 0, findings))
  }
  for (let index = 0; index < MAX_VIOLATIONS; index++) {
    const violation = responseViolations[index]
    if (violation === undefined) break
    // It is found as an undocumented status.
    if (violation.in !== 'status') hits.touch(cellOf(violation, operation, status, findings))
  }
}

/** Returns the cell of a violation: of a response with a status, or of a request, which has the status 0. */
function cellOf (violation: Violation, operation: Operation, status: number, findings: Findings): number {
  const known = findings.violations.cellOf(operation, violation, status)
  if (known !== undefined) return known
  const { api, id, pointer } = operation
  const side = status === 0 ? 'request' : `response ${status}`
  const cell = findings.cellOf('violations', `${id} ${side} ${keyOf(violation)}`, () => ({
    api,
    operation: id,
    message: `The ${side} violates the contract: ${violation.message}`,
    pointer: status === 0 ? pointer : pointerOf(operation, status)
  }))
  // Those that are not kept are counted each time.
  if (cell >= 0) findings.violations.add(operation, violation, { status, cell })
  return cell
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

function pointerOf (operation: Operation, status: number): string {
  const { pointer } = operation
  const known = findResponse(operation, status)
  return known === undefined ? pointer : `${pointer}/responses/${escapePointer(known.status)}`
}
