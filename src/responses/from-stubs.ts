import type { Operation } from '../contract/contract.ts'
import { successStatus } from '../contract/success-response.ts'
import type { ApiResponse, Delivery, Headers } from '../messages/message.ts'
import type { Stub, StubAction, StubReply } from '../scenarios/stub.ts'
import { rawContentType } from '../scenarios/raw-body.ts'
import { valueAt } from '../scenarios/stub-key.ts'
import type { Find } from '../simulation/find.ts'
import { subjectIn, withSubject } from '../simulation/subject-in.ts'
import type { Taken } from '../worlds/stub-verbs.ts'
import type { World } from '../worlds/world.ts'
import type { DocumentedResponses } from './documented-responses.ts'
import type { ResponseSource, SourceResponse, SourceScope } from './response-source.ts'
import { responsesByStatus } from './documented-responses.ts'

const NONE: Headers = {}

export interface FromStubsOptions {
  /** How the operation finds the one resource that stubs may speak of. */
  readonly find?: Find | undefined
  /**
   * Whether only the stubs are asked that also answer requests that the contract refuses.
   * @default false
   */
  readonly isRefused?: boolean
}

/**
 * Responds with the stub of a world that matches, and takes one of its uses. A stub that passes the request on
 * scripts only the lifecycle and the delivery.
 */
export function fromStubs (operation: Operation, { find, isRefused = false }: FromStubsOptions = {}): ResponseSource {
  const answersFor = responsesByStatus(operation)
  const success = successStatus(operation)
  const names = [operation.id, `${operation.api}.*`, '*']
  return (scope, next) => {
    const { request, world } = scope
    if (request.operation !== operation) return undefined
    let known: SourceScope | undefined
    const found = (): SourceScope => {
      known ??= withFound(scope, find)
      return known
    }
    const statusOf = () => subjectIn(found())?.position.status
    const matches = (stub: Stub) => (!isRefused || stub.answersRefused) && stub.matches(request, statusOf)
    const taken = world.store.takeStub<Stub>(names, matches, place => valueAt(request, place))
    if (taken === undefined) return undefined

    const act = actionOf(taken)
    if (act?.kind === 'reply') {
      const { reply } = act
      const status = reply.status ?? success
      return toScripted(fillReply({ ...reply, status }, answersFor(status), found()), taken, world)
    }
    const passed = act?.lifecycleChoice === undefined ? scope : { ...scope, lifecycleChoice: act.lifecycleChoice }
    const response = next(passed)
    const delivery = deliveryOf(taken, world)
    return response instanceof Promise
      ? response.then(made => withStub(made, taken, delivery))
      : withStub(response, taken, delivery)
  }
}

/** Responds with a stub for a path outside every document, whose replies have nothing documented to fill them. */
export function respondByStub (taken: Taken<Stub>, scope: SourceScope): SourceResponse {
  const act = actionOf(taken)
  const reply = act?.kind === 'reply' ? act.reply : NO_REPLY
  return toScripted(fillReply({ ...reply, status: reply.status ?? 200 }, undefined, scope), taken, scope.world)
}

const NO_REPLY: StubReply = { status: 200, generated: false }

/** A reply with its status. */
type FilledReply = StubReply & { readonly status: number }

function actionOf ({ stub: { actions }, use }: Taken<Stub>): StubAction | undefined {
  return actions[Math.min(use, actions.length) - 1]
}

function toScripted (response: ApiResponse, taken: Taken<Stub>, world: World): SourceResponse {
  return withStub(response, taken, deliveryOf(taken, world))
}

function withStub (response: ApiResponse, { stub: { given, id } }: Taken<Stub>, delivery: Delivery): SourceResponse {
  return { ...response, stub: id, delivery, isUnconditional: given.contract === 'off' }
}

function deliveryOf (taken: Taken<Stub>, world: World): Delivery {
  const act = actionOf(taken)
  return {
    delay: drawDelay(taken.stub, world),
    fault: act?.fault,
    trickle: act?.kind === 'reply' ? act.reply.trickle : undefined
  }
}

/** Returns the scope with the resource that the operation finds, where it finds one. No read is counted. */
function withFound (scope: SourceScope, find: Find | undefined): SourceScope {
  const subject = find?.peek?.(scope)
  return subject === undefined ? scope : withSubject(scope, subject)
}

/** Fills what a stub leaves open with what the operation documents. */
function fillReply (reply: FilledReply, answers: DocumentedResponses | undefined, scope: SourceScope): ApiResponse {
  const { body, status } = reply
  const replying = { ...scope, statusCode: status }
  const made = reply.headers?.(replying)
  const headerFlaws = made?.headerFlaws
  if (body !== undefined) {
    const documented = answers?.headers(scope.request, scope.world)
    return { ...documented, status, headers: made?.headers ?? NONE, headerFlaws, body: body(replying), source: 'stub' }
  }
  if (reply.raw !== undefined) {
    const documented = answers?.headers(scope.request, scope.world)
    const stated = made?.headers ?? NONE
    const headers = { 'content-type': rawContentType(reply.raw, scope.request.operation, status), ...stated }
    return { ...documented, status, headers, headerFlaws, body: reply.raw.open(), source: 'stub' }
  }
  const answer = answers && chooseAnswer(reply, answers, scope)
  const headers = { ...answer?.headers, ...made?.headers }
  return { body: undefined, ...answer, status, headers, headerFlaws, source: 'stub' }
}

function chooseAnswer (
  { example, generated }: StubReply,
  answers: DocumentedResponses,
  { request, world }: SourceScope
): ApiResponse {
  if (generated) return answers.generated(request, world)
  const named = example === undefined ? undefined : answers.example(request, world, example)
  return named ?? answers.any(request, world)
}

function drawDelay ({ delay }: Stub, world: World): Delivery['delay'] {
  return delay && { ms: delay.draw(world), by: delay.by }
}
