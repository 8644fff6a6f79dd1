import type { Operation } from '../contract/contract.ts'
import type { Stub, StubReply } from '../scenarios/stub.ts'
import { valueAt } from '../scenarios/stub-key.ts'
import type { Find } from '../simulation/find.ts'
import type { Scope } from '../simulation/scope.ts'
import type { ApiRequest, ApiResponse } from '../messages/message.ts'
import type { World } from '../worlds/world.ts'
import { answersByStatus } from './answers-by-status.ts'
import type { DocumentedAnswers } from './documented-answers.ts'
import type { ResponseSource } from './response-source.ts'

/** What stubs act within. */
export interface StubContext {
  /** How the operation finds the one resource that stubs may speak of. */
  readonly find?: Find
  readonly scopeOf: (request: ApiRequest, world: World) => Scope
  /** What answers the requests that a stub passes on. */
  readonly next: ResponseSource
}

/**
 * Answers with the stub of a world that matches, and takes one of its uses; a stub may pass the request on and decide only how it goes on.
 * To wait for its delay, and what goes wrong, is up to whoever sends the answer.
 */
export function fromStubs (operation: Operation, { find, next, scopeOf }: StubContext): ResponseSource {
  const answersFor = answersByStatus(operation)
  return (request, world) => {
    if (request.operation !== operation) return undefined
    let known: Scope | undefined
    const scope = (): Scope => {
      known ??= withFound(scopeOf(request, world), find)
      return known
    }
    const statusOf = () => scope().subject?.position.status
    const taken = world.store.takeStub<Stub>(operation.id, stub => stub.matches(request, statusOf), place => valueAt(request, place))
    if (taken === undefined) return undefined

    const { stub, use } = taken
    const act = stub.acts[Math.min(use, stub.acts.length) - 1]
    const response = act?.kind === 'reply'
      ? { ...fillReply(act.reply, answersFor(act.reply.status), scope(), request), source: 'stub' as const, trickle: act.reply.trickle }
      : next(request, world, act?.lifecycleChoice)
    return response && { ...response, stub: stub.id, fault: act?.fault, ...drawDelay(stub, world) }
  }
}

/** The scope with the resource that the operation finds, where it finds one. No read is counted. */
function withFound (scope: Scope, find: Find | undefined): Scope {
  const subject = find?.peek?.(scope)
  return subject === undefined ? scope : { ...scope, subject }
}

type Filled = Omit<ApiResponse, 'source'>

/** What a stub leaves open is given as documented. */
function fillReply ({ body, example, generated, headers: declared, status }: StubReply, answers: DocumentedAnswers | undefined, scope: Scope, request: ApiRequest): Filled {
  const { world } = scope
  const replying = { ...scope, statusCode: status }
  const headers = declared?.(replying)
  if (body !== undefined) {
    const around = answers?.around(request, world)
    return { ...around, status, headers: { ...around?.headers, ...headers }, body: body(replying) }
  }
  const answer = generated
    ? answers?.generated(request, world, 'chance')
    : (example === undefined ? undefined : answers?.example(request, world, example)) ?? answers?.any(request, world)
  return { body: undefined, ...answer, status, headers: { ...answer?.headers, ...headers } }
}

function drawDelay ({ delay }: Stub, world: World): Pick<ApiResponse, 'delayMs' | 'clockDelayMs'> {
  if (delay === undefined) return {}
  return delay.by === 'clock' ? { clockDelayMs: delay.draw(world) } : { delayMs: delay.draw(world) }
}
