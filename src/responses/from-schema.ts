import type { Operation } from '../contract/contract.ts'
import { successResponse } from '../contract/success-response.ts'
import { DocumentedAnswers } from './documented-answers.ts'
import type { ResponseSource } from './response-source.ts'

/** Answers with a best success that is generated from its schema, another one each time. */
export function fromSchema (operation: Operation): ResponseSource {
  const success = successResponse(operation)
  const answers = success && new DocumentedAnswers(success)
  return (request, world) => request.operation === operation ? answers?.generated(request, world, 'examples') : undefined
}
