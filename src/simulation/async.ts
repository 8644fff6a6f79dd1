import { listPreferences } from '../messages/list-preferences.ts'
import type { ApiResponse } from '../messages/message.ts'
import type { Resource } from '../worlds/resource.ts'
import { compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileSimulatedReply } from './reply.ts'
import type { MakeReply } from './reply.ts'
import type { ResourceType, Scope } from './scope.ts'
import { subjectOf } from './subject-of.ts'
import { waitForJob } from './wait-for-job.ts'
import { withSubject } from './subject-in.ts'
import { ASYNC } from '../vocabulary/step-words.ts'

/** Returns the response to a request that waits for its job, now or by a promise; `response` is the one at once. */
export type Later = (response: ApiResponse, scope: Scope) => ApiResponse | Promise<ApiResponse>

/** The replies of an operation that may respond before its job has ended. */
export interface AsyncReplies {
  /** The reply while the job runs. */
  readonly atOnce: MakeReply
  readonly later: Later
}

interface AsyncContext {
  /** The reply once the job has ended. */
  readonly reply: MakeReply
  readonly type: ResourceType
  readonly language: OperationLanguage
}

/** How long a request waits where it does not say, in milliseconds. */
const DEFAULT_MAX_MS = 30_000

/**
 * Compiles `async`. A request waits until its job has ended, by the clock of its world, but no longer than it prefers
 * by `wait`; with `respond-async`, not at all without a `wait` (RFC 7240, sections 4.1 and 4.3).
 */
export function compileAsync (declaration: Declaration, { language, reply, type }: AsyncContext): AsyncReplies {
  const declared = declaration.membersOf(ASYNC)
  if (type.running.size === 0) {
    declaration.refuse(`no job of ${type.id} ever runs: name its "running" statuses under "status"`)
  }
  const { atOnce, maxMs } = compileEach({
    atOnce: () =>
      compileSimulatedReply(declared.reply ?? declaration, language, vocabularyOf(language, { resource: type })),
    maxMs: () => declared.max?.duration() ?? DEFAULT_MAX_MS
  })
  const later: Later = (response, scope) => {
    const { store } = scope.world
    const resource = response.resource && store.get(response.resource.type, response.resource.id)
    if (typeof resource !== 'object') return response
    const preferred = preferencesOf(scope)
    const respond = (): ApiResponse => {
      // The reply at once was made already, and is not sent.
      scope.touched.hide()
      // A job that was taken away meanwhile has no stages, and did not end.
      const now = scope.world.clock.now()
      const about = withSubject({ ...scope, now }, subjectOf(resource, type, now))
      const runs = resource.progress.stages.length === 0 || isRunning(resource, type, now)
      return withApplied((runs ? atOnce : reply)(about), preferred, runs)
    }
    const waitMs = Math.min(preferred.waitMs ?? (preferred.isAsync ? 0 : maxMs), maxMs)
    if (waitMs === 0 || !isRunning(resource, type, scope.now)) return respond()
    return waitForJob({ resource, type, waitMs, world: scope.world }, respond)
  }
  return { atOnce, later }
}

/** The preferences of a client for how long it waits. */
interface WaitPreferences {
  readonly isAsync: boolean
  /** In milliseconds; `undefined` where it does not say. */
  readonly waitMs: number | undefined
}

function preferencesOf ({ request: { headers: { prefer } } }: Scope): WaitPreferences {
  if (prefer === undefined) return { isAsync: false, waitMs: undefined }
  const preferences = listPreferences(prefer)
  const wait = preferences.get('wait') ?? ''
  return {
    isAsync: preferences.has('respond-async'),
    waitMs: /^\d{1,9}$/.test(wait) ? Number(wait) * 1_000 : undefined
  }
}

/** Names the preferences that decided (RFC 7240, section 3). */
function withApplied (response: ApiResponse, { isAsync, waitMs }: WaitPreferences, runs: boolean): ApiResponse {
  const applied: string[] = []
  if (isAsync && runs) applied.push('respond-async')
  if (waitMs !== undefined) applied.push(`wait=${waitMs / 1_000}`)
  if (applied.length === 0) return response
  return { ...response, headers: { 'preference-applied': applied.join(', '), ...response.headers } }
}

function isRunning (resource: Resource, type: ResourceType, now: number): boolean {
  const { status } = subjectOf(resource, type, now).position
  return status !== undefined && type.running.has(status)
}
