import type { Operation } from '../contract/contract.ts'
import { successResponse } from '../contract/success-response.ts'
import { DocumentedResponses } from './documented-responses.ts'
import type { ResponseSource } from './response-source.ts'

/** Responds with the first example of an operation's best success; a fixture precedes the examples of the document. */
export function fromExamples (operation: Operation): ResponseSource {
  const answers = successAnswers(operation)
  return ({ request, world }) => request.operation === operation ? answers?.example(request, world) : undefined
}

/** Responds with a value that is generated from the schema of an operation's best success. */
export function fromSchema (operation: Operation): ResponseSource {
  const answers = successAnswers(operation)
  return ({ request, world }) =>
    request.operation === operation ? answers?.generated(request, world, 'examples') : undefined
}

function successAnswers (operation: Operation): DocumentedResponses | undefined {
  const success = successResponse(operation)
  return success && new DocumentedResponses(success, operation)
}
