import { CallbackNotSent, UnknownCallback } from '../errors.ts'
import type { DeclaredCallback } from '../simulation/callback.ts'
import type { ResourceEvent, Scope, Subject } from '../simulation/scope.ts'
import { withSubject } from '../simulation/subject-in.ts'
import { sizeOfRequest } from '../simulation/size-of-request.ts'
import { subjectOf } from '../simulation/subject-of.ts'
import type { DeclaredWebhook } from '../simulation/webhook.ts'
import type { Delivery, DeliveryAttempt } from '../worlds/delivery.ts'
import type { Resource } from '../worlds/resource.ts'
import type { World } from '../worlds/world.ts'
import { refusalOf, send } from './send.ts'
import { createDelivery, createMessage } from './subscription.ts'
import type { DeliveryTarget, StatusTrigger, Subscription } from './subscription.ts'
import { whenIn } from '../simulation/when-in.ts'

export interface CallbacksOptions {
  /** The hosts (`name` or `name:port`) that may be called; any host by default. */
  readonly allowedHosts: readonly string[] | undefined
}

/** A callback as a reloaded document declares it, with the rest of its scope. */
export interface RenewedCallback extends Pick<Scope, 'limits' | 'rowFiles'> {
  readonly callback: DeclaredCallback
}

/**
 * The callbacks of one world. Each is sent when its resource reaches a status, by the world's
 * clock, or at once.
 */
export class Callbacks {
  readonly #world: World
  readonly #options: CallbacksOptions
  /** Callbacks that wait for a status or another attempt, by resource, or else by themselves. */
  readonly #waiting = new Map<Resource | Subscription, Subscription[]>()
  readonly #subscriptions = new WeakMap<Delivery, Subscription>()

  constructor (world: World, options: CallbacksOptions) {
    this.#world = world
    this.#options = options
    world.watch(resource => this.#follow(resource))
    world.store.watchDeliveries(dropped => this.#cancelDropped(dropped))
    // A reset world must not receive retries from before.
    world.ended.add(() => {
      for (const subscription of [...this.#waiting.values()].flat()) {
        this.#end(subscription, 'cancelled')
      }
    })
  }

  /** Subscribes a callback to a resource; does nothing if the request names no URL. */
  subscribe (callback: DeclaredCallback, of: { type: string, id: string }, scope: Scope): void {
    const resource = this.#world.store.get(of.type, of.id)
    if (typeof resource !== 'object') return
    const subject = subjectOf(resource, callback.type, scope.now)
    const url = callback.url(withSubject(scope, subject))
    if (typeof url !== 'string' || url === '') return
    const { subscription } = this.#create(
      { id: callback.id, definition: callback.definition, url, resource: of },
      { callback, subject, scope }
    )
    if (subscription?.trigger !== undefined) this.#schedule(subscription, subscription.trigger)
    this.#world.delivered.tell()
  }

  /** Subscribes webhooks to a created resource, and fires those that report the event. */
  emit (
    webhooks: readonly DeclaredWebhook[],
    kind: ResourceEvent | 'seeded',
    subject: Subject,
    scope: Scope
  ): void {
    const of = { type: subject.resource.type, id: subject.resource.id }
    for (const { atOnce, atStatus, on, type } of webhooks) {
      if (type.id !== of.type) continue
      if (kind === 'created' || kind === 'seeded') {
        for (const callback of atStatus) this.subscribe(callback, of, scope)
      }
      if (kind === 'seeded' || !on.has(kind)) continue
      const url = atOnce.url(withSubject(scope, subject))
      if (typeof url !== 'string' || url === '') continue
      const { subscription } = this.#create({
        id: atOnce.id,
        definition: atOnce.definition,
        url,
        resource: of
      })
      if (subscription === undefined) continue
      this.#setMessage(subscription, atOnce.body(withSubject(scope, subject)))
      if (subscription.delivery.state !== 'waiting') continue
      this.#addTask(subscription, scope.now, () => this.#try(subscription, atOnce.retriesMs))
    }
  }

  /** Sends a callback once, at once; resolves when the attempt has ended. */
  async fire (target: DeliveryTarget, body: unknown): Promise<Delivery> {
    const { delivery, subscription } = this.#create(target)
    if (subscription !== undefined) {
      this.#setMessage(subscription, body)
      await this.#try(subscription, [])
    }
    return delivery
  }

  /** Sends a callback again, at once. Throws `UnknownCallback` or `CallbackNotSent`. */
  async redeliver (id: string): Promise<Delivery> {
    const delivery = this.#world.store.deliveries().find(delivery => delivery.id === id)
    if (delivery === undefined) throw new UnknownCallback(id)
    const subscription = this.#subscriptions.get(delivery)
    if (subscription?.message === undefined) throw new CallbackNotSent(id, delivery.state)
    await this.#attempt(subscription)
    return delivery
  }

  /**
   * Replaces the declarations of waiting callbacks after a reload. `renew` returns the new
   * declaration of a callback, or `undefined` if it was removed. Returns the deliveries that were
   * cancelled for that.
   */
  rebind (renew: (callback: DeclaredCallback) => RenewedCallback | undefined): Delivery[] {
    const cancelled: Delivery[] = []
    for (const subscription of [...this.#waiting.values()].flat()) {
      const { trigger } = subscription
      if (trigger === undefined) continue
      const { resource } = trigger.subject
      const renewed = isGone(resource) ? undefined : renew(trigger.callback)
      if (renewed === undefined) {
        this.#end(subscription, 'cancelled')
        cancelled.push(subscription.delivery)
        continue
      }
      const { callback, limits, rowFiles } = renewed
      subscription.trigger = {
        callback,
        subject: subjectOf(resource, callback.type, this.#world.clock.now()),
        scope: { ...trigger.scope, limits, rowFiles }
      }
      if (subscription.message === undefined) this.#reschedule(subscription, subscription.trigger)
    }
    return cancelled
  }

  /** Creates a delivery; it has no subscription if the rules for callbacks refuse its URL. */
  #create (
    target: DeliveryTarget,
    trigger?: StatusTrigger
  ): { readonly delivery: Delivery, readonly subscription?: Subscription } {
    const delivery = createDelivery(String(this.#world.store.nextNumber('callbacks', 1)), target)
    const { store } = this.#world
    const url = URL.parse(target.url)
    const refusal = url === null ? 'it is not a URL' : refusalOf(url, this.#options.allowedHosts)
    if (url === null || refusal !== undefined) {
      const attempts = [{ at: this.#world.clock.now(), status: undefined, error: refusal }]
      store.addDelivery(delivery)
      store.updateDelivery(delivery, { state: 'refused', attempts })
      this.#world.delivered.tell()
      return { delivery }
    }
    const subscription: Subscription = { definition: target.definition, url, delivery, trigger }
    const key = keyOf(subscription)
    this.#subscriptions.set(delivery, subscription)
    this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), subscription])
    store.addDelivery(delivery, trigger === undefined ? 0 : sizeOfRequest(trigger.scope.request))
    // It may have been evicted at once.
    return delivery.state === 'waiting' ? { delivery, subscription } : { delivery }
  }

  #cancelDropped (dropped: Delivery): void {
    const subscription = this.#subscriptions.get(dropped)
    if (dropped.state === 'waiting' && subscription !== undefined) this.#end(subscription, 'cancelled')
  }

  #schedule (subscription: Subscription, { callback, subject }: StatusTrigger): void {
    const at = whenIn(callback.when, subject.resource, subject.type, this.#world.clock.now())
    this.#world.store.updateDelivery(subscription.delivery, { due: at })
    if (at !== undefined) this.#addTask(subscription, at, () => this.#send(subscription))
  }

  #reschedule (subscription: Subscription, trigger: StatusTrigger): void {
    this.#cancelTask(subscription)
    this.#schedule(subscription, trigger)
  }

  #addTask (subscription: Subscription, at: number, run: () => Promise<void>): void {
    this.#world.store.updateDelivery(subscription.delivery, { due: at })
    subscription.task = { at, run }
    this.#world.schedule.add(subscription.task)
  }

  #cancelTask ({ task }: Subscription): void {
    if (task !== undefined) this.#world.schedule.remove(task)
  }

  /** Reschedules the callbacks of a resource whose progress was changed, unless already sent. */
  #follow (resource: Resource): void {
    for (const subscription of this.#waiting.get(resource) ?? []) {
      if (isGone(resource)) this.#end(subscription, 'cancelled')
      else if (subscription.message === undefined && subscription.trigger !== undefined) {
        this.#reschedule(subscription, subscription.trigger)
      }
    }
  }

  async #send (subscription: Subscription): Promise<void> {
    // The declaration may have been replaced by a reload.
    const { trigger } = subscription
    if (trigger === undefined) return
    const { callback, scope, subject } = trigger
    const now = this.#world.clock.now()
    const current = subjectOf(subject.resource, subject.type, now)
    this.#setMessage(subscription, callback.body(withSubject({ ...scope, now }, current)))
    if (subscription.delivery.state !== 'waiting') return
    await this.#try(subscription, callback.retriesMs)
  }

  #setMessage (subscription: Subscription, body: unknown): void {
    const message = createMessage(subscription.definition, body)
    subscription.message = message
    this.#world.store.updateDelivery(subscription.delivery, message.change)
  }

  /** Attempts a delivery; after a failure, retries after each of the pauses. */
  async #try (subscription: Subscription, [pause, ...later]: readonly number[]): Promise<void> {
    const { at } = await this.#attempt(subscription)
    // It was delivered, or cancelled in the meantime.
    if (subscription.delivery.state !== 'waiting') return
    if (pause === undefined) this.#end(subscription, 'failed')
    else this.#addTask(subscription, at + pause, () => this.#try(subscription, later))
  }

  async #attempt (subscription: Subscription): Promise<DeliveryAttempt> {
    const { delivery, message, url } = subscription
    const headers = {
      'user-agent': 'standin',
      ...(delivery.contentType === undefined ? {} : { 'content-type': delivery.contentType })
    }
    const at = this.#world.clock.now()
    const outcome = await send({ method: delivery.method, url, headers, body: message?.body }).then(
      status => ({ at, status, error: undefined }),
      (error: Error) => ({ at, status: undefined, error: error.message })
    )
    this.#world.store.updateDelivery(delivery, { attempts: [...delivery.attempts, outcome] })
    if (outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300) {
      this.#end(subscription, 'delivered')
    }
    return outcome
  }

  #end (subscription: Subscription, state: Delivery['state']): void {
    const { delivery } = subscription
    const key = keyOf(subscription)
    this.#cancelTask(subscription)
    // It keeps the request that subscribed it.
    subscription.trigger = undefined
    this.#world.store.updateDelivery(delivery, { state, due: undefined })
    const others = this.#waiting.get(key)?.filter(other => other !== subscription) ?? []
    if (others.length === 0) this.#waiting.delete(key)
    else this.#waiting.set(key, others)
    this.#world.delivered.tell()
  }
}

function keyOf (subscription: Subscription): Resource | Subscription {
  return subscription.trigger?.subject.resource ?? subscription
}

/** Returns whether a resource was removed from its world. */
function isGone ({ progress }: Resource): boolean {
  return progress.stages.length === 0
}
