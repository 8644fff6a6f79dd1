import type { LightMyRequestResponse } from 'fastify'
import type { Contract, MediaType, Operation } from '../../src/contract/contract.ts'
import { statusOf, successResponse } from '../../src/contract/success-response.ts'
import { isJson, mediaTypeOf } from '../../src/messages/media-type.ts'
import { findResponse } from '../../src/validation/response-validator.ts'
import { plainValidator } from './plain-validator.ts'
import type { PlainValidate } from './plain-validator.ts'
import { whyImpossible } from './why-impossible.ts'
import { findMediaType } from '../../src/messages/find-media-type.ts'

/** The judgement of an operation's response, or of a missing one. */
export interface Verdict {
  /** `impossible` where no request or no response can satisfy the contract. */
  readonly outcome: 'right' | 'impossible' | 'wrong'
  readonly reason?: string
  /** Whether the body was validated apart from the server. */
  readonly isChecked?: boolean
}

export type Judge = (operation: Operation, response: LightMyRequestResponse) => Verdict

/** The reason for a 501: the operation has no response to give. */
export const NO_RESPONSE = 'it documents no response'

/**
 * Creates a judge of the responses of a contract's operations. It validates their bodies apart from the server's own
 * check.
 */
export function createJudge (contract: Contract): Judge {
  const validators = new Map<MediaType, PlainValidate | null>()
  const validate = plainValidator(contract.document)
  return (operation, response) => {
    const success = successResponse(operation)
    const { statusCode, headers, body } = response
    if (success === undefined) {
      return statusCode === 501
        ? { outcome: 'impossible', reason: NO_RESPONSE }
        : wrong(`it was answered with ${statusCode}, but documents no response`)
    }
    if (statusCode !== statusOf(success)) {
      return wrong(
        `it was answered with ${statusCode} instead of ${success.status}: ${body.slice(0, 500)}`
      )
    }
    const contentType = mediaTypeOf(String(headers['content-type'] ?? ''))
    const content = findResponse(operation, statusCode)?.content ?? []
    const declared = findMediaType(content, contentType)
    const violation = headers['x-standin-violation']
    if (violation !== undefined) {
      const reason = declared?.schema && whyImpossible(declared.schema, 'response')
      return reason === undefined
        ? wrong(`violation: ${String(violation)}`)
        : { outcome: 'impossible', reason: `the answer: ${reason}` }
    }
    if (body === '') return { outcome: 'right' }
    const unwritable = content.find(({ name }) => !name.includes('/'))
    if (declared === undefined && unwritable !== undefined) {
      return { outcome: 'impossible', reason: `the answer: "${unwritable.name}" is no media type` }
    }
    if (declared === undefined) return wrong(`it was answered with the undeclared media type "${contentType}"`)
    if (declared.schema === undefined || !isJson(contentType)) return { outcome: 'right' }
    let check = validators.get(declared)
    if (check === undefined) validators.set(declared, check = validate(declared.schema.pointer))
    const flaw = check?.(JSON.parse(body))
    return flaw === undefined
      ? { outcome: 'right', isChecked: check !== null }
      : wrong(`the judge's own check: ${flaw}`)
  }
}

function wrong (reason: string): Verdict {
  return { outcome: 'wrong', reason }
}
