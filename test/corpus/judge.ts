import type { LightMyRequestResponse } from 'fastify'
import type { Contract, MediaType, Operation } from '../../src/contract/contract.ts'
import { statusOf, successResponse } from '../../src/contract/success-response.ts'
import { findMediaType, isJson, mediaTypeOf } from '../../src/validation/media-type.ts'
import { findResponse } from '../../src/validation/response-validator.ts'
import { plainValidator } from './plain-validator.ts'
import type { PlainValidate } from './plain-validator.ts'

/** What is wrong with an answer; `undefined` where it is right. */
export type Judge = (operation: Operation, response: LightMyRequestResponse) => string | undefined

/** Makes the judge of the answers of a contract's operations, which holds their bodies to their schemas apart from the server's own check. */
export function createJudge (contract: Contract): Judge {
  const validators = new Map<MediaType, PlainValidate>()
  const validate = plainValidator(contract.document)
  return (operation, response) => {
    const success = successResponse(operation)
    const { statusCode, headers, body } = response
    if (success === undefined) return statusCode === 501 ? undefined : `it documents no response, but was answered with ${statusCode}`
    if (statusCode !== statusOf(success)) return `it was answered with ${statusCode} instead of ${success.status}: ${body.slice(0, 500)}`
    const violation = headers['x-standin-violation']
    if (violation !== undefined) return `violation: ${String(violation)}`

    const contentType = mediaTypeOf(String(headers['content-type'] ?? ''))
    const content = findResponse(operation, statusCode)?.content ?? []
    if (body === '') return undefined
    const declared = findMediaType(content, contentType)
    if (declared === undefined) return `it was answered with the undeclared media type "${contentType}"`
    if (declared.schema === undefined || !isJson(contentType)) return undefined
    let check = validators.get(declared)
    if (check === undefined) validators.set(declared, check = validate(declared.schema.pointer))
    const flaw = check(JSON.parse(body))
    return flaw === undefined ? undefined : `the judge's own check: ${flaw}`
  }
}
