import { CallbackNotSent, UnknownCallback } from '../errors.ts'
import type { DeclaredCallback } from '../simulation/callback.ts'
import { whenIn } from '../simulation/progress.ts'
import type { ResourceEvent, Scope, Subject } from '../simulation/scope.ts'
import { subjectOf } from '../simulation/subject-of.ts'
import type { DeclaredWebhook } from '../simulation/webhook.ts'
import type { Delivery, DeliveryAttempt } from '../worlds/delivery.ts'
import type { Resource } from '../worlds/resource.ts'
import type { World } from '../worlds/world.ts'
import { refusalOf, send } from './send.ts'
import { createDelivery, makeMessage } from './subscription.ts'
import type { Addressed, Awaited, Subscription } from './subscription.ts'

export interface CallbacksOptions {
  /** The hosts (`name` or `name:port`) that may be called; any where it is left out. */
  readonly allowedHosts: readonly string[] | undefined
}

/** A callback as another edition of its document declares it, and what it can speak of there. */
export interface Renewed extends Pick<Scope, 'limits' | 'rowFiles'> {
  readonly callback: DeclaredCallback
}

/** The callbacks of one world: each is sent when its resource comes to one of its statuses, by the world's clock, or at once. */
export class Callbacks {
  readonly #world: World
  readonly #options: CallbacksOptions
  /** Those that wait for a status or for another attempt, by their resource; without one, by themselves. */
  readonly #waiting = new Map<Resource | Subscription, Subscription[]>()
  readonly #subscriptions = new WeakMap<Delivery, Subscription>()
  #count = 0

  constructor (world: World, options: CallbacksOptions) {
    this.#world = world
    this.#options = options
    world.watch(resource => this.#follow(resource))
    // What is under way when a world ends must not come again.
    world.ended.add(() => {
      for (const subscription of [...this.#waiting.values()].flat()) {
        this.#end(subscription, 'cancelled')
      }
    })
  }

  /** Takes up a callback for a resource; does nothing where the request names no URL. */
  subscribe (callback: DeclaredCallback, of: { type: string, id: string }, scope: Scope): void {
    const resource = this.#world.store.get(of.type, of.id)
    if (typeof resource !== 'object') return
    const subject = subjectOf(resource, callback.type, scope.now)
    const url = callback.url({ ...scope, subject })
    if (typeof url !== 'string' || url === '') return
    const { subscription } = this.#take(
      { id: callback.id, definition: callback.definition, url, resource: of },
      { callback, subject, scope }
    )
    if (subscription?.awaited !== undefined) this.#schedule(subscription, subscription.awaited)
    this.#world.delivered.tell()
  }

  /** Takes up the webhooks of a resource that was created, and fires those that tell what has become of it. */
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
      const url = kind !== 'seeded' && on.has(kind) ? atOnce.url({ ...scope, subject }) : undefined
      if (typeof url !== 'string' || url === '') continue
      const { subscription } = this.#take({
        id: atOnce.id,
        definition: atOnce.definition,
        url,
        resource: of
      })
      if (subscription === undefined) continue
      makeMessage(subscription, atOnce.body({ ...scope, subject }))
      this.#addTask(subscription, scope.now, () => this.#try(subscription, atOnce.retriesMs))
    }
  }

  /** Sends a callback by itself, once and at once; resolves when the attempt has ended. */
  async fire (addressed: Addressed, body: unknown): Promise<Delivery> {
    const { delivery, subscription } = this.#take(addressed)
    if (subscription !== undefined) {
      makeMessage(subscription, body)
      await this.#try(subscription, [])
    }
    return delivery
  }

  /** Sends a callback that was sent before once more, at once. Throws `UnknownCallback` or `CallbackNotSent`. */
  async redeliver (id: string): Promise<Delivery> {
    const delivery = this.#world.store.deliveries().find(delivery => delivery.id === id)
    if (delivery === undefined) throw new UnknownCallback(id)
    const subscription = this.#subscriptions.get(delivery)
    if (subscription?.message === undefined) throw new CallbackNotSent(id, delivery.state)
    await this.#attempt(subscription)
    return delivery
  }

  /**
   * Goes by other declarations from now on: `renew` gives each callback that waits anew with what it speaks of, or nothing where there is
   * none any longer. Answers those that were called off for that.
   */
  rebind (renew: (callback: DeclaredCallback) => Renewed | undefined): Delivery[] {
    return [...this.#waiting.values()].flat().flatMap(subscription => {
      const { awaited } = subscription
      if (awaited === undefined) return []
      const {
        callback: before,
        scope,
        subject: { resource }
      } = awaited
      const renewed = isGone(resource) ? undefined : renew(before)
      if (renewed === undefined) {
        this.#end(subscription, 'cancelled')
        return [subscription.delivery]
      }
      const { callback, limits, rowFiles } = renewed
      subscription.awaited = {
        callback,
        subject: subjectOf(resource, callback.type, this.#world.clock.now()),
        scope: { ...scope, limits, rowFiles }
      }
      if (subscription.message === undefined) this.#reschedule(subscription, subscription.awaited)
      return []
    })
  }

  /** Lists a callback; without a subscription where it is refused. */
  #take (
    addressed: Addressed,
    awaited?: Awaited
  ): { readonly delivery: Delivery, readonly subscription?: Subscription } {
    const delivery = createDelivery(String(++this.#count), addressed)
    this.#add(delivery)
    const url = URL.parse(addressed.url)
    const refusal = url === null ? 'it is no URL' : refusalOf(url, this.#options.allowedHosts)
    if (url === null || refusal !== undefined) {
      delivery.state = 'refused'
      delivery.attempts.push({ at: this.#world.clock.now(), status: undefined, error: refusal })
      this.#world.delivered.tell()
      return { delivery }
    }
    const subscription: Subscription = { definition: addressed.definition, url, delivery, awaited }
    const key = keyOf(subscription)
    this.#subscriptions.set(delivery, subscription)
    this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), subscription])
    return { delivery, subscription }
  }

  #add (delivery: Delivery): void {
    const dropped = this.#world.store.addDelivery(delivery)
    const subscription = dropped && this.#subscriptions.get(dropped)
    if (dropped?.state === 'waiting' && subscription !== undefined) {
      this.#end(subscription, 'cancelled')
    }
  }

  #schedule (subscription: Subscription, { callback, subject }: Awaited): void {
    const at = whenIn(callback.when, subject.resource, subject.type, this.#world.clock.now())
    subscription.delivery.due = at
    if (at !== undefined) this.#addTask(subscription, at, () => this.#send(subscription))
  }

  #reschedule (subscription: Subscription, awaited: Awaited): void {
    this.#callOff(subscription)
    this.#schedule(subscription, awaited)
  }

  #addTask (subscription: Subscription, at: number, run: () => Promise<void>): void {
    subscription.delivery.due = at
    subscription.task = { at, run }
    this.#world.schedule.add(subscription.task)
  }

  #callOff ({ task }: Subscription): void {
    if (task !== undefined) this.#world.schedule.remove(task)
  }

  /** A resource was put somewhere else on its way: what has been made is not called back for that. */
  #follow (resource: Resource): void {
    for (const subscription of this.#waiting.get(resource) ?? []) {
      if (isGone(resource)) this.#end(subscription, 'cancelled')
      else if (subscription.message === undefined && subscription.awaited !== undefined) {
        this.#reschedule(subscription, subscription.awaited)
      }
    }
  }

  async #send (subscription: Subscription): Promise<void> {
    // Declarations may have been renewed since it was taken up.
    const { awaited } = subscription
    if (awaited === undefined) return
    const { callback, scope, subject } = awaited
    const now = this.#world.clock.now()
    makeMessage(
      subscription,
      callback.body({ ...scope, now, subject: subjectOf(subject.resource, subject.type, now) })
    )
    await this.#try(subscription, callback.retriesMs)
  }

  /** Makes an attempt; where it fails, another after each of the pauses. */
  async #try (subscription: Subscription, [pause, ...later]: readonly number[]): Promise<void> {
    const { at } = await this.#attempt(subscription)
    // It was delivered, or cancelled meanwhile.
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
    delivery.attempts.push(outcome)
    if (outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300) {
      this.#end(subscription, 'delivered')
    }
    return outcome
  }

  #end (subscription: Subscription, state: Delivery['state']): void {
    const { delivery } = subscription
    const key = keyOf(subscription)
    this.#callOff(subscription)
    delivery.state = state
    delivery.due = undefined
    const others = this.#waiting.get(key)?.filter(other => other !== subscription) ?? []
    if (others.length === 0) this.#waiting.delete(key)
    else this.#waiting.set(key, others)
    this.#world.delivered.tell()
  }
}

function keyOf (subscription: Subscription): Resource | Subscription {
  return subscription.awaited?.subject.resource ?? subscription
}

/** A resource that was taken out of its world has no way any longer. */
function isGone ({ progress }: Resource): boolean {
  return progress.stages.length === 0
}
