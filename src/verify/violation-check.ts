import type { Operation } from '../contract/contract.ts'
import { findResponse } from '../validation/response-validator.ts'
import type { Violation } from '../schemas/violation.ts'
import type { OverlayChange } from '../documents/overlay-change.ts'
import { responseViolations } from './response-violations.ts'
import type { VerifyExchange } from './recording.ts'
import { kept } from './verify-check.ts'
import type { CheckName, Difference, VerifyCheck } from './verify-check.ts'

/** The kind of violations that a check looks for. */
export interface ViolationKind {
  readonly name: CheckName
  /** Returns whether a violation is of this kind. */
  isOne (violation: Violation): boolean
  /** Returns the place in the document that it breaks. */
  pointerOf (violation: Violation, operation: Operation, status: number): string | undefined
  /** Returns the change of the document that allows what came. */
  propose? (violation: Violation, operation: Operation, exchange: VerifyExchange): OverlayChange | undefined
}

/** Creates the check that no response has violations of one kind. */
export function violationCheck (kind: ViolationKind): VerifyCheck {
  return {
    name: kind.name,
    judge: ({ exchanges }) => exchanges.flatMap(exchange => {
      const { operation } = exchange.request
      if (operation === undefined || operation.method !== exchange.request.method) return []
      const found = responseViolations(exchange).filter(kind.isOne)
      if (found.length === 0) return [kept(operation)]
      return found.map(violation => ({ operation, difference: differenceOf(violation, operation, exchange, kind) }))
    })
  }
}

function differenceOf (
  violation: Violation,
  operation: Operation,
  exchange: VerifyExchange,
  { pointerOf, propose }: ViolationKind
): Difference {
  const { status } = exchange.response
  const { expected } = violation
  const what = `${violation.in}${violation.pointer === '' ? '' : ` ${violation.pointer}`}`
  const of = violation.in === 'status' ? 'the status' : `the ${what} of ${status}`
  return {
    contract: `that ${of} must ${expected}`,
    service: serviceText(violation, status),
    pointer: pointerOf(violation, operation, status),
    proposal: propose?.(violation, operation, exchange)
  }
}

function serviceText ({ actual, in: place }: Violation, status: number): string {
  if (place === 'status') return `responds with ${status}`
  return actual === undefined ? `responds ${status} without it` : `responds ${status} with ${actual}`
}

/** Returns the pointer of the response that an operation documents for a status, or else of its responses. */
export function responsePointer (operation: Operation, status: number): string {
  return findResponse(operation, status)?.pointer ?? `${operation.pointer}/responses`
}
