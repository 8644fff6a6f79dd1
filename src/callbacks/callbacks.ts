import { CallbackNotSent, TemplateTooLarge, UnknownCallback } from '../errors.ts'
import type { DeclaredCallback } from '../simulation/callback.ts'
import type { Scope, Subject } from '../simulation/scope.ts'
import { withSubject } from '../simulation/subject-in.ts'
import { sizeOfRequest } from '../simulation/size-of-request.ts'
import { subjectOf } from '../simulation/subject-of.ts'
import { TemplateBudget } from '../simulation/template-budget.ts'
import type { DeclaredWebhook } from '../simulation/webhook.ts'
import type { Position } from '../simulation/position.ts'
import type { Delivery, DeliveryAttempt } from '../worlds/delivery.ts'
import type { Resource } from '../worlds/resource.ts'
import type { World } from '../worlds/world.ts'
import { attemptDelivery, endInterrupted } from './attempt-delivery.ts'
import type { ReceiverRules } from './attempt-delivery.ts'
import { toRestingSnapshot, toWaitingCallback } from './callbacks-snapshot.ts'
import type { CallbacksSnapshot } from './callbacks-snapshot.ts'
import type { CallbackInScope } from './declared-callbacks.ts'
import { createMessage, eventIdOf, restoreMessage } from './delivery-message.ts'
import type { MessageContent } from './delivery-message.ts'
import { RestingCallbacks } from './resting-callbacks.ts'
import type { RestingCallback } from './resting-callbacks.ts'
import { refusalOf } from './send.ts'
import type { Receipt } from './send.ts'
import { remainingStatuses, renewTrigger, restoreTrigger } from './status-trigger.ts'
import { createDelivery } from './subscription.ts'
import type { DeliveryTarget, StatusTrigger, Subscription } from './subscription.ts'
import { mayComeTo, whenIn } from '../simulation/when-in.ts'
import { parseDuration } from '../worlds/duration.ts'
import type { ResourceEvent } from '../vocabulary/message-words.ts'

/**
 * The callbacks of one world. Each is sent when its resource reaches a status, by the world's
 * clock, or at once.
 */
export class Callbacks {
  readonly #world: World
  readonly #options: ReceiverRules
  /** Callbacks that wait for a status or another attempt, by resource, or else by themselves. */
  readonly #waiting = new Map<Resource | Subscription, Subscription[]>()
  readonly #subscriptions = new WeakMap<Delivery, Subscription>()
  readonly #resting: RestingCallbacks

  constructor (world: World, options: ReceiverRules) {
    this.#world = world
    this.#options = options
    this.#resting = new RestingCallbacks(() => world.store.recorder)
    world.watch(resource => this.#follow(resource))
    world.store.watchDeliveries(dropped => this.#cancelDropped(dropped))
    // A reset world must not receive retries from before; one that is kept goes on elsewhere.
    world.ended.add(() => {
      if (world.recording !== undefined) return
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
    this.#await(url, { callback, subject, scope, sentAt: new Set() })
    this.#world.delivered.tell()
  }

  /** Creates a delivery that waits for the next of its statuses. */
  #await (url: string, trigger: StatusTrigger): void {
    const { callback: { definition, id }, scope: { request }, subject: { resource } } = trigger
    const of = { type: resource.type, id: resource.id }
    const trace = this.#world.observers.tracing.traceOf(request.headers)
    const { subscription } = this.#create({ id, definition, url, resource: of, trace }, trigger)
    if (subscription !== undefined) this.#schedule(subscription, trigger)
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
        resource: of,
        trace: this.#world.observers.tracing.traceOf(scope.request.headers)
      })
      if (subscription === undefined) continue
      this.#compose(subscription, atOnce, withSubject(scope, subject))
      if (subscription.delivery.state !== 'waiting') continue
      this.#addTask(subscription, scope.now, () => this.#try(subscription, this.#pauses(atOnce)))
    }
  }

  /** Sends a callback once, at once; resolves when the attempt has ended. */
  async fire (target: DeliveryTarget, content: (id: string) => Omit<MessageContent, 'id'>): Promise<Delivery> {
    const { delivery, subscription } = this.#create(target)
    if (subscription !== undefined) {
      const id = eventIdOf(delivery.id, this.#world)
      this.#setMessage(subscription, { ...content(id), id })
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
  rebind (renew: (callback: DeclaredCallback) => CallbackInScope | undefined): Delivery[] {
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
      subscription.trigger = renewTrigger(trigger, renewed, this.#world.clock.now())
      this.#recordWaiting(subscription)
      if (subscription.message === undefined) this.#reschedule(subscription, subscription.trigger)
    }
    this.#resting.renew(trigger => {
      const renewed = renew(trigger.callback)
      return renewed && renewTrigger(trigger, renewed, this.#world.clock.now())
    })
    return cancelled
  }

  /** Returns what the callbacks wait for. */
  snapshot (): CallbacksSnapshot {
    return {
      waiting: [...this.#waiting.values()].flat().map(toWaitingCallback),
      resting: this.#resting.list().map(toRestingSnapshot)
    }
  }

  /**
   * Has the callbacks of a restored world wait as they did in the world that it goes on from. `declared` lists the
   * callbacks of the documents. Those that cannot wait any more are cancelled.
   */
  restore ({ resting, waiting }: CallbacksSnapshot, declared: readonly CallbackInScope[]): void {
    const triggers = new Map(waiting.map(({ delivery, trigger }) => [delivery, trigger]))
    for (const delivery of this.#world.store.deliveries()) {
      const snapshot = triggers.get(delivery.id)
      const own = declared.find(({ callback: { id, key } }) => snapshot === undefined
        ? id === delivery.callback
        : key === snapshot.key)
      const trigger = snapshot && own && restoreTrigger(snapshot, own, this.#world)
      const isLost = (snapshot !== undefined && trigger === undefined) || !triggers.has(delivery.id)
      if (delivery.state !== 'waiting') this.#restoreEnded(delivery, own)
      else this.#restoreWaiting(delivery, isLost ? undefined : own, trigger)
    }
    for (const { trigger: snapshot, url } of resting) {
      const own = declared.find(({ callback }) => callback.key === snapshot.key)
      const trigger = own && restoreTrigger(snapshot, own, this.#world)
      if (trigger !== undefined) this.#resting.add(trigger.subject.resource, { url, trigger })
    }
  }

  /** Keeps what it takes to send a callback again that has ended. */
  #restoreEnded (delivery: Delivery, own: CallbackInScope | undefined): void {
    const url = URL.parse(delivery.url)
    // The headers of a message are there from its first attempt on.
    if (own === undefined || url === null || Object.keys(delivery.headers).length === 0) return
    const { callback: { definition, sign } } = own
    const message = restoreMessage(definition, delivery, sign, this.#world)
    this.#subscriptions.set(delivery, { definition, url, delivery, message })
  }

  #restoreWaiting (delivery: Delivery, own: CallbackInScope | undefined, trigger: StatusTrigger | undefined): void {
    const url = URL.parse(delivery.url)
    if (own === undefined || url === null) {
      this.#world.store.updateDelivery(delivery, { state: 'cancelled', due: undefined })
      return
    }
    const { callback } = own
    const subscription: Subscription = { definition: callback.definition, url, delivery, trigger }
    this.#hold(subscription)
    if (Object.keys(delivery.headers).length === 0) {
      if (trigger !== undefined) this.#schedule(subscription, trigger)
      return
    }
    subscription.message = restoreMessage(callback.definition, delivery, callback.sign, this.#world)
    const pauses = this.#pauses(callback).slice(delivery.attempts.length)
    endInterrupted(delivery, this.#world)
    this.#addTask(subscription, delivery.due ?? this.#world.clock.now(), () => this.#try(subscription, pauses))
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
      this.#tell(delivery, trigger)
      return { delivery }
    }
    const subscription: Subscription = { definition: target.definition, url, delivery, trigger }
    this.#hold(subscription)
    store.addDelivery(delivery, trigger === undefined ? 0 : sizeOfRequest(trigger.scope.request))
    // It may have been evicted at once.
    return delivery.state === 'waiting' ? { delivery, subscription } : { delivery }
  }

  #hold (subscription: Subscription): void {
    const key = keyOf(subscription)
    this.#subscriptions.set(subscription.delivery, subscription)
    this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), subscription])
    this.#recordWaiting(subscription)
  }

  #recordWaiting (subscription: Subscription): void {
    const { recorder } = this.#world.store
    recorder?.changed('waiting', subscription.delivery.id, toWaitingCallback(subscription))
  }

  #cancelDropped (dropped: Delivery): void {
    const subscription = this.#subscriptions.get(dropped)
    if (dropped.state === 'waiting' && subscription !== undefined) this.#end(subscription, 'cancelled')
  }

  #schedule (subscription: Subscription, trigger: StatusTrigger): void {
    const { subject } = trigger
    const at = whenIn(remainingStatuses(trigger), subject.resource, subject.type, this.#world.clock.now())
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
    this.#wake(resource)
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
    this.#compose(subscription, callback, withSubject({ ...scope, now }, current))
    this.#awaitNext(subscription, trigger, current)
    if (subscription.delivery.state !== 'waiting') return
    await this.#try(subscription, this.#pauses(callback))
  }

  /** Waits for the next status of a callback, unless its resource comes to none. */
  #awaitNext ({ delivery: { url } }: Subscription, trigger: StatusTrigger, { position, resource }: Subject): void {
    const sentAt = new Set([...trigger.sentAt, position.status ?? ''])
    const next = { ...trigger, sentAt }
    this.#awaitOrRest(resource, position, { url, trigger: next })
  }

  #awaitOrRest (resource: Resource, position: Position, { trigger, url }: RestingCallback): void {
    const remaining = remainingStatuses(trigger)
    if (mayComeTo(remaining, resource, position)) this.#await(url, trigger)
    else if (remaining.size > 0) this.#resting.add(resource, { url, trigger })
  }

  /** Waits again for callbacks whose resource was put where it comes to one of their statuses. */
  #wake (resource: Resource): void {
    for (const resting of this.#resting.take(resource)) {
      if (isGone(resource)) continue
      const { position } = subjectOf(resource, resting.trigger.subject.type, this.#world.clock.now())
      this.#awaitOrRest(resource, position, resting)
    }
  }

  /** Makes the message of a callback as its document declares it. */
  #compose (subscription: Subscription, { body, headers, sign }: DeclaredCallback, scope: Scope): void {
    const id = eventIdOf(subscription.delivery.id, this.#world)
    const about = { ...scope, event: { id }, budget: new TemplateBudget() }
    try {
      this.#setMessage(subscription, { id, body: body(about), headers: headers?.(about), sign })
    } catch (error) {
      if (!(error instanceof TemplateTooLarge)) throw error
      this.#fail(subscription, error.message)
    }
  }

  /** Ends a delivery that has no message. */
  #fail (subscription: Subscription, error: string): void {
    const attempts = [{ at: this.#world.clock.now(), status: undefined, error }]
    this.#world.store.updateDelivery(subscription.delivery, { attempts })
    this.#end(subscription, 'failed')
  }

  /** Returns the pauses before further attempts, in milliseconds: those of the settings, or of the document. */
  #pauses ({ id, retriesMs }: DeclaredCallback): readonly number[] {
    return this.#world.settings.retries[id]?.map(pause => parseDuration(pause) ?? 0) ?? retriesMs
  }

  #setMessage (subscription: Subscription, content: MessageContent): void {
    const message = createMessage(subscription.definition, content, this.#world)
    subscription.message = message
    // A document may declare a trace of its own.
    const isTraced = content.headers?.headers.traceparent !== undefined
    const change = isTraced ? { ...message.change, trace: undefined } : message.change
    this.#world.store.updateDelivery(subscription.delivery, change)
  }

  /** Attempts a delivery; after a failure, retries after each of the pauses, or later where the receiver asks to. */
  async #try (subscription: Subscription, [pause, ...later]: readonly number[]): Promise<void> {
    const { at, retryAfterMs = 0 } = await this.#attempt(subscription)
    // It was delivered, or cancelled in the meantime.
    if (subscription.delivery.state !== 'waiting') return
    if (pause === undefined) this.#end(subscription, 'failed')
    else this.#addTask(subscription, at + Math.max(pause, retryAfterMs), () => this.#try(subscription, later))
  }

  async #attempt (subscription: Subscription): Promise<DeliveryAttempt & Partial<Receipt>> {
    const outcome = await attemptDelivery(subscription, this.#world, this.#options)
    const { status } = outcome
    if (status !== undefined && status >= 200 && status < 300) this.#end(subscription, 'delivered')
    return outcome
  }

  #end (subscription: Subscription, state: Delivery['state']): void {
    const { delivery } = subscription
    const key = keyOf(subscription)
    this.#cancelTask(subscription)
    const { trigger } = subscription
    // It keeps the request that subscribed it.
    subscription.trigger = undefined
    this.#world.store.updateDelivery(delivery, { state, due: undefined })
    this.#world.store.recorder?.changed('waiting', delivery.id, undefined)
    const others = this.#waiting.get(key)?.filter(other => other !== subscription) ?? []
    if (others.length === 0) this.#waiting.delete(key)
    else this.#waiting.set(key, others)
    this.#tell(delivery, trigger)
  }

  #tell (delivery: Delivery, trigger: StatusTrigger | undefined): void {
    const requestHeaders = trigger?.scope.request.headers
    this.#world.observers.tellDelivery({ delivery, requestHeaders }, this.#world)
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
