import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { TrialRequest, TrialResponse, TrialServer } from './trial-server.ts'

/** The outcome of a request, according to the journal. */
export type Judgement =
  /** The proposed simulation responded, within the contract. */
  | { readonly kind: 'fine' }
  /** The response breaks the contract. */
  | { readonly kind: 'broken', readonly reason: string }
  /** The request did not reach the proposed simulation. */
  | { readonly kind: 'untried', readonly reason: string }

/** A world of a trial server, with the part of its admin API that a trial needs. */
export class TrialWorld {
  readonly #server: TrialServer
  readonly #name: string
  /** The type of resource on trial: `petstore.Pet`. */
  readonly #type: string

  constructor (server: TrialServer, name: string, type: string) {
    this.#server = server
    this.#name = name
    this.#type = type
  }

  send (request: TrialRequest): Promise<TrialResponse> {
    return this.#server.send(this.#name, request)
  }

  async freeze (): Promise<void> {
    await this.#admin('PUT', '/clock', { mode: 'frozen' })
  }

  async setLifecycle (lifecycle: string): Promise<void> {
    await this.#admin('PATCH', '/settings', { resources: { [this.#type]: { lifecycle } } })
  }

  /** The URL of a receiver of callbacks. */
  get receiver (): string {
    return this.#server.receiver
  }

  async setWebhook (webhook: string): Promise<void> {
    await this.#admin('PATCH', '/settings', { webhooks: { [webhook]: this.receiver } })
  }

  /** Advances the clock by a duration, so that what is due by then is done. */
  async pass (duration: string): Promise<void> {
    await this.#admin('POST', '/clock/advance', { by: duration })
  }

  /** Judges the messages that were sent of a callback or a webhook. */
  async judgeDeliveries (callback: string): Promise<Judgement> {
    const { body } = await this.#admin('GET', '/callbacks')
    const sent = objectsAt(body, 'callbacks').filter(one => one.callback === callback && one.state === 'delivered')
    const [broken] = sent.flatMap(one => objectsAt(one, 'violations'))
    if (broken !== undefined) {
      return { kind: 'broken', reason: `its message would break the contract: ${String(broken.message)}` }
    }
    return sent.length > 0 ? { kind: 'fine' } : { kind: 'untried', reason: 'it was not sent in the trial' }
  }

  /** Advances the clock to the next event. Returns whether there was one. */
  async advance (): Promise<boolean> {
    const { body } = await this.#admin('POST', '/clock/advance', { to: 'next' })
    return isObject(body) && Array.isArray(body.changes) && body.changes.length > 0
  }

  /** Returns a resource as clients see it; empty when there is none. */
  async shown (id: string): Promise<JsonObject> {
    const { body } = await this.#admin('GET', `/resources/${encodeURIComponent(this.#type)}/${encodeURIComponent(id)}`)
    return isObject(body) && isObject(body.shown) ? body.shown : {}
  }

  /** Lists the ids of the resources. */
  async ids (): Promise<string[]> {
    const { body } = await this.#admin('GET', `/resources/${encodeURIComponent(this.#type)}`)
    return objectsAt(body, 'resources').map(({ id }) => String(id))
  }

  /** Lists the names of the lifecycles. */
  async lifecycles (): Promise<string[]> {
    const { body } = await this.#admin('GET', '/resources')
    const type = objectsAt(body, 'types').find(({ type }) => type === this.#type)
    return objectsAt(type, 'lifecycles').map(({ name }) => String(name))
  }

  /** Judges the last request of an operation, which was responded to with a status. */
  async judge (operation: string, status: number): Promise<Judgement> {
    const { body } = await this.#admin('GET', `/requests?operation=${encodeURIComponent(operation)}&limit=1`)
    const { request, response, source = 'nothing' } = objectsAt(body, 'requests')[0] ?? {}
    const [invalid] = objectsAt(request, 'violations')
    if (invalid !== undefined) {
      const reason = `it could not be tried, as no valid request was found: ${String(invalid.message)}`
      return { kind: 'untried', reason }
    }
    const [broken] = objectsAt(response, 'violations')
    if (broken !== undefined) {
      const reason = `its response would break the contract: ${String(broken.message)}`
      return { kind: 'broken', reason }
    }
    if (source === 'simulation') return { kind: 'fine' }
    return { kind: 'untried', reason: `it could not be tried: the response was ${status} from ${String(source)}` }
  }

  /** Returns the operation that the last request reached; `undefined` when it reached none. */
  async lastOperation (): Promise<unknown> {
    const { body } = await this.#admin('GET', '/requests?limit=1')
    return objectsAt(body, 'requests')[0]?.operation ?? undefined
  }

  #admin (method: string, path: string, body?: unknown): Promise<TrialResponse> {
    const json = body !== undefined && {
      headers: { 'content-type': 'application/json' },
      payload: exactJson.stringify(body)
    }
    return this.send({ method, url: `/__admin${path}`, ...json })
  }
}

/** Lists the objects in a list that is a member of a value. */
function objectsAt (value: unknown, name: string): JsonObject[] {
  const list = isObject(value) ? value[name] : undefined
  return Array.isArray(list) ? list.filter(isObject) : []
}
