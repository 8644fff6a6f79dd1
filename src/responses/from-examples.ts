import type { Operation } from '../contract/contract.ts'
import { successResponse } from '../contract/success-response.ts'
import { DocumentedAnswers } from './documented-answers.ts'
import type { ResponseSource } from './response-source.ts'

/** Answers with the first example of an operation's best success; a fixture goes before what stands in the document. */
export function fromExamples (operation: Operation): ResponseSource {
  const success = successResponse(operation)
  const answers = success && new DocumentedAnswers(success)
  return (request, world) => request.operation === operation ? answers?.example(request, world) : undefined
}
