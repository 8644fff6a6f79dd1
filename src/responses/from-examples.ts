import type { Operation } from '../contract/contract.ts'
import { successResponse } from '../contract/success-response.ts'
import { DocumentedResponses } from './documented-responses.ts'
import type { ResponseSource } from './response-source.ts'

/** Responds with the first example of an operation's best success; a fixture precedes the examples of the document. */
export function fromExamples (operation: Operation): ResponseSource {
  const answers = successAnswers(operation)
  return ({ request, world }) => request.operation === operation ? answers?.example(request, world) : undefined
}

/** Responds with a generated value of an operation's best success, the same one each time for the same request. */
export function fromSchema (operation: Operation): ResponseSource {
  const answers = successAnswers(operation)
  return ({ request, world }) => request.operation === operation ? answers?.steady(request, world) : undefined
}

function successAnswers (operation: Operation): DocumentedResponses | undefined {
  const success = successResponse(operation)
  return success && new DocumentedResponses(success, operation)
}
