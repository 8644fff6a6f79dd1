import { CallbackNotSent, UnknownCallback } from '../errors.ts'
import type { DeclaredCallback } from '../simulation/callback.ts'
import { whenIn } from '../simulation/course.ts'
import type { Scope, Subject } from '../simulation/scope.ts'
import { subjectOf } from '../simulation/subject.ts'
import type { Appointment } from '../worlds/agenda.ts'
import type { Delivery, DeliveryAttempt } from '../worlds/delivery.ts'
import type { Resource } from '../worlds/resource.ts'
import type { World } from '../worlds/world.ts'
import { bodyViolations } from './body-violations.ts'
import { encodeBody } from './encode-body.ts'
import { refusalOf, send } from './send.ts'

export interface CallbacksOptions {
  /** The hosts (`name` or `name:port`) that may be called; any where it is left out. */
  readonly allowedHosts: readonly string[] | undefined
}

/** A callback that a request asked for. */
interface Subscription {
  callback: DeclaredCallback
  subject: Subject
  /** The scope of the request that asked for it. */
  scope: Scope
  readonly url: URL
  readonly delivery: Delivery
  /** What is sent, from the moment at which it was made. */
  message?: { readonly body: string | undefined }
  appointment?: Appointment
}

/** A callback as another edition of its document declares it, and what it can speak of there. */
export interface Renewed extends Pick<Scope, 'limits' | 'rowFiles'> {
  readonly callback: DeclaredCallback
}

/** The callbacks of one world: each is sent when its resource comes to one of its statuses, by the world's clock. */
export class Callbacks {
  readonly #world: World
  readonly #options: CallbacksOptions
  /** Those that wait for a status or for another attempt. */
  readonly #waiting = new Map<Resource, Subscription[]>()
  readonly #subscriptions = new WeakMap<Delivery, Subscription>()
  #count = 0

  constructor (world: World, options: CallbacksOptions) {
    this.#world = world
    this.#options = options
    world.watch(resource => this.#follow(resource))
    // What is under way when a world ends must not come again.
    world.ended.add(() => { for (const subscription of [...this.#waiting.values()].flat()) this.#end(subscription, 'cancelled') })
  }

  /** Takes up a callback for a resource; does nothing where the request names no URL. */
  subscribe (callback: DeclaredCallback, of: { type: string, id: string }, scope: Scope): void {
    const text = callback.url(scope)
    const resource = this.#world.store.get(of.type, of.id)
    if (typeof text !== 'string' || text === '' || typeof resource !== 'object') return
    const delivery: Delivery = {
      id: String(++this.#count),
      callback: callback.id,
      resource: of,
      url: text,
      method: callback.definition.method,
      state: 'waiting',
      due: undefined,
      body: undefined,
      contentType: undefined,
      violations: [],
      attempts: []
    }
    this.#add(delivery)
    const url = URL.parse(text)
    const refusal = url === null ? 'it is no URL' : refusalOf(url, this.#options.allowedHosts)
    if (url === null || refusal !== undefined) {
      delivery.state = 'refused'
      delivery.attempts.push({ at: scope.now, status: undefined, error: refusal })
    } else {
      this.#await({ callback, subject: subjectOf(resource, callback.type, scope.now), scope, url, delivery })
    }
    this.#world.delivered.tell()
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
      const { resource } = subscription.subject
      const renewed = isGone(resource) ? undefined : renew(subscription.callback)
      if (renewed === undefined) {
        this.#end(subscription, 'cancelled')
        return [subscription.delivery]
      }
      const { callback, limits, rowFiles } = renewed
      const now = this.#world.clock.now()
      Object.assign(subscription, { callback, subject: subjectOf(resource, callback.type, now), scope: { ...subscription.scope, limits, rowFiles } })
      if (subscription.message === undefined) this.#reschedule(subscription)
      return []
    })
  }

  #add (delivery: Delivery): void {
    const dropped = this.#world.store.addDelivery(delivery)
    const subscription = dropped && this.#subscriptions.get(dropped)
    if (dropped?.state === 'waiting' && subscription !== undefined) this.#end(subscription, 'cancelled')
  }

  #await (subscription: Subscription): void {
    const { delivery, subject: { resource } } = subscription
    this.#subscriptions.set(delivery, subscription)
    this.#waiting.set(resource, [...this.#waiting.get(resource) ?? [], subscription])
    this.#schedule(subscription)
  }

  #schedule (subscription: Subscription): void {
    const { callback, delivery, subject } = subscription
    const at = whenIn(callback.when, subject.resource, subject.type, this.#world.clock.now())
    delivery.due = at
    if (at !== undefined) this.#makeAppointment(subscription, at, () => this.#send(subscription))
  }

  #reschedule (subscription: Subscription): void {
    this.#callOff(subscription)
    this.#schedule(subscription)
  }

  #makeAppointment (subscription: Subscription, at: number, keep: () => Promise<void>): void {
    subscription.delivery.due = at
    subscription.appointment = { at, keep }
    this.#world.agenda.add(subscription.appointment)
  }

  #callOff ({ appointment }: Subscription): void {
    if (appointment !== undefined) this.#world.agenda.remove(appointment)
  }

  /** A resource was put somewhere else on its way: what has been made is not called back for that. */
  #follow (resource: Resource): void {
    for (const subscription of this.#waiting.get(resource) ?? []) {
      if (isGone(resource)) this.#end(subscription, 'cancelled')
      else if (subscription.message === undefined) this.#reschedule(subscription)
    }
  }

  async #send (subscription: Subscription): Promise<void> {
    const { callback, delivery, scope, subject } = subscription
    const now = this.#world.clock.now()
    const body = callback.body({ ...scope, now, subject: subjectOf(subject.resource, subject.type, now) })
    const encoded = encodeBody(body, callback.definition.body)
    delivery.body = body
    delivery.contentType = encoded?.contentType
    delivery.violations = bodyViolations(encoded, callback.definition.body)
    subscription.message = { body: encoded?.text }
    await this.#try(subscription, callback.retriesMs)
  }

  /** Makes an attempt; where it fails, another after each of the pauses. */
  async #try (subscription: Subscription, [pause, ...later]: readonly number[]): Promise<void> {
    const { at } = await this.#attempt(subscription)
    // It was delivered, or cancelled meanwhile.
    if (subscription.delivery.state !== 'waiting') return
    if (pause === undefined) this.#end(subscription, 'failed')
    else this.#makeAppointment(subscription, at + pause, () => this.#try(subscription, later))
  }

  async #attempt (subscription: Subscription): Promise<DeliveryAttempt> {
    const { delivery, message, url } = subscription
    const headers = { 'user-agent': 'standin', ...delivery.contentType === undefined ? {} : { 'content-type': delivery.contentType } }
    const at = this.#world.clock.now()
    const outcome = await send({ method: delivery.method, url, headers, body: message?.body })
      .then(status => ({ at, status, error: undefined }), (error: Error) => ({ at, status: undefined, error: error.message }))
    delivery.attempts.push(outcome)
    if (outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300) this.#end(subscription, 'delivered')
    return outcome
  }

  #end (subscription: Subscription, state: Delivery['state']): void {
    const { delivery, subject: { resource } } = subscription
    this.#callOff(subscription)
    delivery.state = state
    delivery.due = undefined
    const others = this.#waiting.get(resource)?.filter(other => other !== subscription) ?? []
    if (others.length === 0) this.#waiting.delete(resource)
    else this.#waiting.set(resource, others)
    this.#world.delivered.tell()
  }
}

/** A resource that was taken out of its world has no way any longer. */
function isGone ({ course }: Resource): boolean {
  return course.stages.length === 0
}
