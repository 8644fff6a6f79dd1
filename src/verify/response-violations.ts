import type { Operation } from '../contract/contract.ts'
import { contentTypeOf, isSequence, isXml, mediaTypeOf } from '../messages/media-type.ts'
import type { Violation } from '../schemas/violation.ts'
import { responseValidatorOf } from '../validation/response-validator.ts'
import type { VerifyExchange } from './recording.ts'

const known = new WeakMap<VerifyExchange, readonly Violation[]>()

/** Returns the violations of the response of an exchange; the same list each time. */
export function responseViolations (exchange: VerifyExchange): readonly Violation[] {
  const { operation } = exchange.request
  // No operation says how another method is answered.
  if (operation === undefined || operation.method !== exchange.request.method) return []
  let violations = known.get(exchange)
  if (violations === undefined) {
    violations = validate(operation, exchange)
    known.set(exchange, violations)
  }
  return violations
}

function validate (
  operation: Operation,
  { response: { bytes, headers, status } }: VerifyExchange
): readonly Violation[] {
  const type = contentTypeOf(headers)
  const mediaType = type === undefined ? '' : mediaTypeOf(type)
  const content = isXml(mediaType) || isSequence(mediaType) ? bytes.toString() : bytes
  const body = bytes.length === 0 ? undefined : content
  return responseValidatorOf(operation)({ status, headers, body })
}

/** Parses the body of a response as JSON; returns `undefined` where it is none. */
export function jsonOf ({ response: { bytes } }: VerifyExchange): unknown {
  try {
    const value: unknown = JSON.parse(bytes.toString())
    return value
  } catch {
    return undefined
  }
}
