import type { Operation } from '../contract/contract.ts'
import type { PassingMode } from '../messages/proxy-mode.ts'
import { firstResponse } from '../responses/response-source.ts'
import type { Respond, ResponseSource } from '../responses/response-source.ts'
import type { DeclaredLimits } from '../simulation/api-replies.ts'
import type { OperationContext } from './api.ts'
import { createFindMissingCredential } from './find-missing-credential.ts'
import type { FindMissingCredential } from './find-missing-credential.ts'
import { createSetLimit } from './first-refusal.ts'
import type { RequestStage } from './first-refusal.ts'
import type { Upstream } from './upstream.ts'

/** The way of a request: the stages that may refuse it, and the sources that may respond. */
export interface Way {
  readonly stages: readonly RequestStage[]
  readonly respond: Respond
  /** Tells of credentials that are missing, where none of the stages refuses the request for them. */
  readonly findMissingCredential?: FindMissingCredential | undefined
}

export interface PassingParts {
  readonly operation: Operation
  readonly upstream: Upstream
  readonly limits: DeclaredLimits
  /** The stages of requests that are not passed on. */
  readonly stages: readonly RequestStage[]
  /** The sources of what somebody has asked for: stubs and preferences. */
  readonly asked: readonly ResponseSource[]
  /** The sources that act the service: a handler and the simulation. */
  readonly acted: ReadonlyArray<ResponseSource | undefined>
}

/** Creates the ways of the requests to an operation that may be passed on, by their mode. */
export function createPassingWays (parts: PassingParts): Readonly<Record<PassingMode, Way>> {
  const { acted, asked, limits, operation, stages, upstream } = parts
  const [, ...checks] = stages
  const pass: Respond = scope => upstream.pass(scope)
  const limitAsSet = createSetLimit(limits)
  const passing = upstream.isEnforced
    ? { stages: [limitAsSet, ...checks] }
    : { stages: [limitAsSet], findMissingCredential: createFindMissingCredential(operation) }
  const unstubbed = { ...passing, respond: firstResponse(asked, pass) }
  const isSimulated = acted.some(source => source !== undefined)
  return {
    always: { ...passing, respond: pass },
    unstubbed,
    // The stand-in is the service for these requests, until it leaves one.
    unmatched: isSimulated ? { stages, respond: firstResponse([...asked, ...acted], pass) } : unstubbed
  }
}

/** Tells whether the stand-in itself may act the service of an operation. */
export function isActed ({ api, operation }: OperationContext): boolean {
  return api.handlers.has(operation.id) || api.simulation.operations.has(operation.id)
}
