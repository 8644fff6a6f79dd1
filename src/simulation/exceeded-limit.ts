import type { MakeReply } from './reply.ts'
import type { Operation } from '../contract/contract.ts'
import type { Scope } from './scope.ts'
import type { ApiSimulation } from './api-simulation.ts'

/** A limit that a request exceeds. */
export interface ExceededLimit {
  /** Makes the reply that the document declares for such requests. */
  readonly reply: MakeReply
  /** Whole seconds until the request would be accepted. */
  readonly retryAfter: number
}

/** Counts a request towards its API's limits; returns the first limit that it exceeds. */
export function findExceededLimit (
  { replies }: ApiSimulation,
  operation: Operation,
  scope: Scope
): ExceededLimit | undefined {
  for (const { limit, replyFor } of replies.limits) {
    const usage = limit.count(scope)
    if (usage?.allowed === false) {
      return { reply: replyFor(operation), retryAfter: secondsUntil(usage.reset ?? scope.now, scope.now) }
    }
  }
  return undefined
}

function secondsUntil (instant: number, now: number): number {
  return Math.max(1, Math.ceil((instant - now) / 1_000))
}
