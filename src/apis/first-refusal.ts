import type { Scope } from '../simulation/scope.ts'
import type { RequestReading } from '../validation/request-validator.ts'
import type { DeclaredLimits } from '../simulation/api-replies.ts'
import type { Refusal } from './refuse.ts'
import { findExceededLimit } from '../simulation/exceeded-limit.ts'

/** One stage of a request's way before the sources: returns why it refuses the request, or lets the request on. */
export type RequestStage = (scope: Scope, reading: RequestReading) => Refusal | undefined

/** Returns the first refusal that any of the stages gives; `undefined` where all let the request on. */
export function firstRefusal (
  stages: readonly RequestStage[],
  scope: Scope,
  reading: RequestReading
): Refusal | undefined {
  for (const stage of stages) {
    const refusal = stage(scope, reading)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** Creates the stage that counts requests to an operation towards its limits, and refuses those that exceed one. */
export function createLimit (limits: DeclaredLimits): RequestStage {
  return scope => {
    const limit = findExceededLimit(limits, scope)
    return limit && { kind: 'limitExceeded', limit }
  }
}

/** Creates the stage that does so only for the limits that are set in the world of a request. */
export function createSetLimit (limits: DeclaredLimits): RequestStage {
  return scope => {
    const { limits: set } = scope.world.settings
    const counted = limits.filter(({ limit }) => Object.hasOwn(set, limit.declared.id))
    if (counted.length === 0) return undefined
    const limit = findExceededLimit(counted, scope)
    return limit && { kind: 'limitExceeded', limit }
  }
}

const DETAILS = {
  malformed: 'The body cannot be read',
  invalid: 'The request does not fit its contract',
  unsupportedMediaType: 'The body is of a media type that the operation does not take'
} as const

/** Creates the stage that refuses requests that violate the contract, with a status where none is documented. */
export function createRefuseInvalid (invalidStatus: number | undefined): RequestStage {
  return ({ request }, reading) => {
    if (reading.kind === 'valid') return undefined
    const { kind, violations } = reading
    const messages = violations.map(({ message }) => message).join('; ')
    const detail = `${DETAILS[kind]} (${request.operation?.id}): ${messages}`
    return { kind, violations, detail, status: kind === 'invalid' ? invalidStatus : undefined }
  }
}
