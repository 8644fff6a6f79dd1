import { createScope } from '../simulation/scope.ts'
import { subjectOf } from '../simulation/subject-of.ts'
import type { World } from '../worlds/world.ts'
import type { TriggerSnapshot } from './callbacks-snapshot.ts'
import type { CallbackInScope } from './declared-callbacks.ts'
import type { StatusTrigger } from './subscription.ts'

/** Returns the statuses that a callback is still to be sent at. */
export function remainingStatuses ({ callback, sentAt }: StatusTrigger): ReadonlySet<string> {
  if (sentAt.size === 0) return callback.when
  return new Set([...callback.when].filter(status => !sentAt.has(status)))
}

/** Restores what a callback waits for; returns `undefined` where its resource is gone. */
export function restoreTrigger (
  { request, resource: { id, type }, sentAt }: TriggerSnapshot,
  { callback, limits, rowFiles }: CallbackInScope,
  world: World
): StatusTrigger | undefined {
  const resource = world.store.get(type, id)
  if (typeof resource !== 'object') return undefined
  const scope = createScope(request, world, { limits, rowFiles })
  const subject = subjectOf(resource, callback.type, scope.now)
  return { callback, subject, scope, sentAt: new Set(sentAt) }
}

/** Returns what a callback waits for by another declaration of it, at a time in milliseconds since 1970. */
export function renewTrigger (
  { scope, sentAt, subject }: StatusTrigger,
  { callback, limits, rowFiles }: CallbackInScope,
  now: number
): StatusTrigger {
  return {
    callback,
    subject: subjectOf(subject.resource, callback.type, now),
    scope: { ...scope, limits, rowFiles },
    sentAt
  }
}
