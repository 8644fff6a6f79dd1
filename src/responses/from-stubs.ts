import type { Operation } from '../contract/contract.ts'
import type { Stub } from '../scenarios/stub.ts'
import type { ApiRequest, ApiResponse } from '../validation/message.ts'
import type { World } from '../worlds/world.ts'
import { answersByStatus } from './answers-by-status.ts'
import type { DocumentedAnswers } from './documented-answers.ts'
import type { ResponseSource } from './response-source.ts'

/** Answers with the latest stub of a world that matches, and takes one of its uses. To wait for its delay is up to whoever sends the answer. */
export function fromStubs (operation: Operation): ResponseSource {
  const answersFor = answersByStatus(operation)
  return (request, world) => {
    if (request.operation !== operation) return undefined
    const stub = world.store.takeStub<Stub>(operation.id, stub => stub.matches(request))
    return stub && { ...fillReply(stub, answersFor(stub.reply.status), request, world), source: 'stub', stub: stub.id, delayMs: stub.delayMs }
  }
}

type Filled = Omit<ApiResponse, 'source'>

/** What a stub leaves open is given as documented. */
function fillReply ({ reply: { status, headers, body, example } }: Stub, answers: DocumentedAnswers | undefined, request: ApiRequest, world: World): Filled {
  if (body !== undefined) {
    const around = answers?.around(request, world)
    return { ...around, status, headers: { ...around?.headers, ...headers }, body }
  }
  const answer = (example === undefined ? undefined : answers?.example(request, world, example)) ?? answers?.any(request, world)
  return { body: undefined, ...answer, status, headers: { ...answer?.headers, ...headers } }
}
