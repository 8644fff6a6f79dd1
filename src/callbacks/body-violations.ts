import type { RequestBody } from '../contract/contract.ts'
import { createBodyCheck } from '../validation/body-check.ts'
import { parseBody } from '../messages/parse-body.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { createMissing, createViolation } from '../schemas/create-violation.ts'
import type { EncodedBody } from './encode-body.ts'
import { findMediaType } from '../messages/find-media-type.ts'

const BODY = { in: 'body', pointer: '' } as const

const NONE: readonly Violation[] = []

/** Lists where the body of a callback breaks the contract, parsed as its receiver would parse it. */
export function bodyViolations (
  encoded: EncodedBody | undefined,
  declared: RequestBody | undefined
): readonly Violation[] {
  if (encoded === undefined) return declared?.required === true ? [createMissing(BODY)] : NONE
  const { contentType, text } = encoded
  if (declared === undefined) {
    return [createViolation(BODY, { rule: 'body', expected: 'be empty' }, text)]
  }
  const mediaType = findMediaType(declared.content, contentType)
  const reading = parseBody(Buffer.from(text), contentType, mediaType)
  if (reading.kind === 'malformed' || mediaType === undefined) return reading.violations
  const violations = new ViolationList()
  violations.addAll(reading)
  createBodyCheck(mediaType, 'request')(reading.value, violations, reading.titles)
  return violations.list()
}
