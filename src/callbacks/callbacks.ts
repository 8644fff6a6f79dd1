import type { DeclaredCallback } from '../simulation/callback.ts'
import { whenIn } from '../simulation/course.ts'
import type { ResourceType } from '../simulation/resource-type.ts'
import type { Scope, Subject } from '../simulation/scope.ts'
import { subjectOf } from '../simulation/subject.ts'
import type { Appointment } from '../worlds/agenda.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { Resource } from '../worlds/resource.ts'
import type { World } from '../worlds/world.ts'
import { encodeBody } from './encode-body.ts'
import { refusalOf, send } from './send.ts'

export interface CallbacksOptions {
  /** The hosts (`name` or `name:port`) that may be called; any where it is left out. */
  readonly allowedHosts: readonly string[] | undefined
  /** By id: `mews.Export`. */
  readonly types: ReadonlyMap<string, ResourceType>
}

/** A callback that a request asked for, until it has been delivered or given up. */
interface Subscription {
  readonly callback: DeclaredCallback
  readonly subject: Subject
  /** The scope of the request that asked for it. */
  readonly scope: Scope
  readonly url: URL
  readonly delivery: Delivery
  appointment?: Appointment
}

/** The callbacks of one world: each is sent when its resource comes to one of its statuses, by the world's clock. */
export class Callbacks {
  readonly #world: World
  readonly #options: CallbacksOptions
  readonly #waiting = new Map<Resource, Subscription[]>()
  #count = 0

  constructor (world: World, options: CallbacksOptions) {
    this.#world = world
    this.#options = options
    world.watch(resource => this.#rescheduleAll(resource))
  }

  /** Takes up a callback for a resource; does nothing where the request names no URL. */
  subscribe (callback: DeclaredCallback, of: { type: string, id: string }, scope: Scope): void {
    const text = callback.url(scope)
    const type = this.#options.types.get(of.type)
    const resource = this.#world.store.get(of.type, of.id)
    if (typeof text !== 'string' || text === '' || type === undefined || typeof resource !== 'object') return
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
      attempts: []
    }
    this.#world.store.addDelivery(delivery)
    const url = URL.parse(text)
    const refusal = url === null ? 'it is no URL' : refusalOf(url, this.#options.allowedHosts)
    if (url === null || refusal !== undefined) {
      delivery.state = 'refused'
      delivery.attempts.push({ at: scope.now, status: undefined, error: refusal })
      return
    }
    const subscription: Subscription = { callback, subject: subjectOf(resource, type, scope.now), scope, url, delivery }
    this.#waiting.set(resource, [...this.#waiting.get(resource) ?? [], subscription])
    this.#schedule(subscription)
  }

  #schedule (subscription: Subscription): void {
    const { callback, delivery, subject } = subscription
    const at = whenIn(callback.when, subject.resource, subject.type, this.#world.clock.now())
    delivery.due = at
    if (at !== undefined) this.#makeAppointment(subscription, at, () => this.#send(subscription))
  }

  #makeAppointment (subscription: Subscription, at: number, keep: () => Promise<void>): void {
    subscription.delivery.due = at
    subscription.appointment = { at, keep }
    this.#world.agenda.add(subscription.appointment)
  }

  #rescheduleAll (resource: Resource): void {
    for (const subscription of this.#waiting.get(resource) ?? []) {
      if (subscription.appointment !== undefined) this.#world.agenda.remove(subscription.appointment)
      this.#schedule(subscription)
    }
  }

  async #send (subscription: Subscription): Promise<void> {
    const { callback, delivery, scope, subject } = subscription
    this.#forget(subscription)
    const now = this.#world.clock.now()
    const body = callback.body({ ...scope, now, subject: subjectOf(subject.resource, subject.type, now) })
    const encoded = encodeBody(body, callback.definition.body)
    delivery.body = body
    delivery.contentType = encoded?.contentType
    await this.#attempt(subscription, encoded?.text)
  }

  async #attempt (subscription: Subscription, body: string | undefined): Promise<void> {
    const { callback, delivery, url } = subscription
    const headers = { 'user-agent': 'standin', ...delivery.contentType === undefined ? {} : { 'content-type': delivery.contentType } }
    const at = this.#world.clock.now()
    const outcome = await send({ method: delivery.method, url, headers, body })
      .then(status => ({ at, status, error: undefined }), (error: Error) => ({ at, status: undefined, error: error.message }))
    delivery.attempts.push(outcome)
    const isDelivered = outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300
    const pause = callback.retriesMs[delivery.attempts.length - 1]
    if (!isDelivered && pause !== undefined) return this.#makeAppointment(subscription, at + pause, () => this.#attempt(subscription, body))
    delivery.state = isDelivered ? 'delivered' : 'failed'
    delivery.due = undefined
  }

  #forget ({ subject: { resource }, delivery }: Subscription): void {
    const others = this.#waiting.get(resource)?.filter(other => other.delivery !== delivery) ?? []
    if (others.length === 0) this.#waiting.delete(resource)
    else this.#waiting.set(resource, others)
  }
}
