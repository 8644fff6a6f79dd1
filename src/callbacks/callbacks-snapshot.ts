import type { RequestFacts } from '../simulation/scope.ts'
import type { StatusTrigger, Subscription } from './subscription.ts'

/** The statuses and attempts that the callbacks of a world wait for, beside their deliveries. */
export interface CallbacksSnapshot {
  readonly waiting: readonly WaitingCallback[]
  /** Callbacks that are sent again where a request puts their resource into another of their statuses. */
  readonly resting: readonly RestingSnapshot[]
}

export interface RestingSnapshot {
  readonly url: string
  readonly trigger: TriggerSnapshot
}

export interface WaitingCallback {
  /** The id of its delivery. */
  readonly delivery: string
  /** What it waits for; absent where it is sent at once, and maybe again. */
  readonly trigger?: TriggerSnapshot | undefined
}

/** A callback that waits for a status, and the request that has subscribed it. */
export interface TriggerSnapshot {
  /** The key of its declaration. */
  readonly key: string
  readonly resource: { readonly type: string, readonly id: string }
  readonly request: RequestFacts
  /** The statuses that it was sent at already. */
  readonly sentAt: readonly string[]
}

export function toWaitingCallback ({ delivery, trigger }: Subscription): WaitingCallback {
  return { delivery: delivery.id, trigger: trigger && toTriggerSnapshot(trigger) }
}

export function toRestingSnapshot ({ trigger, url }: { url: string, trigger: StatusTrigger }): RestingSnapshot {
  return { url, trigger: toTriggerSnapshot(trigger) }
}

function toTriggerSnapshot ({ callback, scope, sentAt, subject }: StatusTrigger): TriggerSnapshot {
  const { id, type } = subject.resource
  return { key: callback.key, resource: { type, id }, request: scope.request, sentAt: [...sentAt] }
}
