import { answerByHandler } from '../handlers/answer-by-handler.ts'
import type { ResponseSource } from '../responses/response-source.ts'
import type { Scope } from '../simulation/scope.ts'
import type { ApiRequest, ApiResponse } from '../messages/message.ts'
import type { World } from '../worlds/world.ts'
import type { OperationContext } from './api.ts'

/** The handler of an operation as a source, where there is one; what it leaves open when it has taken its time goes to the rest. */
export function fromHandler ({ api, operation }: OperationContext, scopeOf: (request: ApiRequest, world: World) => Scope, rest: ResponseSource): ResponseSource[] {
  const handler = api.handlers.get(operation.id)
  if (handler === undefined) return []
  const answer = answerByHandler(operation, handler, api.simulation.types)
  return [(request, world, lifecycleChoice) => {
    const response = answer(request, { ...scopeOf(request, world), lifecycleChoice })
    if (!(response instanceof Promise)) return response
    return { status: 0, headers: {}, body: undefined, source: 'module', later: response.then(made => made ?? rest(request, world, lifecycleChoice)) }
  }]
}

/** An answer that took its time, to be sent as scripts have it. */
export function asScripted (made: ApiResponse, { clockDelayMs, delayMs, fault, stub }: ApiResponse): ApiResponse {
  return { ...made, clockDelayMs, delayMs, fault, stub }
}
