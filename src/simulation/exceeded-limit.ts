import type { ApiResponse } from '../messages/message.ts'
import type { Usage } from '../worlds/limit-verbs.ts'
import type { DeclaredLimits } from './api-replies.ts'
import type { Limit } from './limit.ts'
import type { MakeReply } from './reply.ts'
import type { Scope } from './scope.ts'

/** A limit that a request exceeds. */
export interface ExceededLimit {
  readonly limit: Limit
  /** Makes the reply that the document declares for such requests; `undefined` where it declares none. */
  readonly reply: MakeReply | undefined
  /** Whole seconds until the request would be accepted. */
  readonly retryAfter: number
}

/**
 * Counts a request towards some limits, or towards none where it exceeds one. Returns the first limit that it exceeds.
 */
export function findExceededLimit (limits: DeclaredLimits, scope: Scope): ExceededLimit | undefined {
  const used = []
  for (const declared of limits) {
    const use = declared.limit.useBy(scope)
    if (use !== undefined) used.push({ declared, use })
  }
  if (used.length === 0) return undefined
  const usages = scope.world.store.count(used.map(({ use }) => use), scope.now)
  const index = usages.findIndex(({ allowed }) => !allowed)
  const exceeded = used[index]?.declared
  return exceeded && { ...exceeded, retryAfter: secondsUntil(usages[index], scope.now) }
}

/**
 * Refuses a request that exceeds a limit, as the document declares; `undefined` where it declares no reply. Adds
 * `Retry-After` where the limit tells clients what is left.
 */
export function refuseExceeded ({ limit, reply, retryAfter }: ExceededLimit, scope: Scope): ApiResponse | undefined {
  scope.touched.apply(`limit ${limit.declared.name}`)
  if (reply === undefined) return undefined
  const response = reply({ ...scope, reason: { kind: 'limit', retryAfter } })
  if (limit.declared.headers.length === 0) return response
  return { ...response, headers: { 'retry-after': String(retryAfter), ...response.headers } }
}

function secondsUntil (usage: Usage | undefined, now: number): number {
  return Math.max(1, Math.ceil(((usage?.retryAt ?? now) - now) / 1_000))
}
