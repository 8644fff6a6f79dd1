import type { Operation } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { creationHeaders } from './creation-headers.ts'
import { successOf } from './success-of.ts'
import { replyOf } from './suggestion.ts'
import type { OperationSource, SuggestedSteps } from './suggestion.ts'

/** The replies of an operation that waits for its job, unless the client prefers not to. */
export interface AsyncReplies {
  /** The `async` of the operation. */
  readonly async: JsonObject
  /** The reply once the job has ended. */
  readonly atEnd: Pick<SuggestedSteps, 'success'>
}

/**
 * Proposes `async` for an operation that documents the header `Prefer`, 202, and 200 or 201 with a body (RFC 7240);
 * `undefined` for any other.
 */
export function asyncReplies (operation: Operation, source: OperationSource): AsyncReplies | undefined {
  const hasPrefer = operation.parameters.some(({ in: place, name }) =>
    place === 'header' && name.toLowerCase() === 'prefer')
  const atOnce = successOf(operation, ['202'])
  const success = successOf(operation, ['200', '201'])
  const hasBoth = atOnce?.status === 202 && (success?.status === 200 || success?.status === 201)
  if (!hasPrefer || !hasBoth || success?.schema === undefined || source.model.job === undefined) return undefined
  const reply = replyOf(atOnce, operation, source, { headers: creationHeaders(source.model) })
  return { async: { reply }, atEnd: { success } }
}
