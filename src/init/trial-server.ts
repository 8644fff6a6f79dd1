import { isObject } from '../documents/is-object.ts'

/** A stand-in that serves the document with what is proposed for it. */
export interface TrialServer {
  /** Sends a request to a world. */
  send (world: string, request: StageRequest): Promise<StageAnswer>
}

export interface StageRequest {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: string | undefined
}

export interface StageAnswer {
  readonly status: number
  /** Parsed, where it is JSON. */
  readonly body: unknown
}

/** How a request was answered, as the journal has it. */
export type Judgement =
  | { readonly kind: 'fine' }
  /** The answer breaks the contract. */
  | { readonly kind: 'broken', readonly reason: string }
  /** The request did not get as far as what is proposed. */
  | { readonly kind: 'untried', readonly reason: string }

/** A world of a stage, with as much of its admin API as a trial needs. */
export class StageWorld {
  readonly #stage: TrialServer
  readonly #name: string
  /** The type of resource that it is about: `petstore.Pet`. */
  readonly #type: string

  constructor (stage: TrialServer, name: string, type: string) {
    this.#stage = stage
    this.#name = name
    this.#type = type
  }

  send (request: StageRequest): Promise<StageAnswer> {
    return this.#stage.send(this.#name, request)
  }

  async freeze (): Promise<void> {
    await this.#admin('PUT', '/clock', { mode: 'frozen' })
  }

  async takeLifecycle (lifecycle: string): Promise<void> {
    await this.#admin('PATCH', '/settings', { resources: { [this.#type]: { lifecycle } } })
  }

  /** Lets the clock go on to the next thing due; tells whether something happened. */
  async advance (): Promise<boolean> {
    const { body } = await this.#admin('POST', '/clock/advance', { to: 'next' })
    return isObject(body) && Array.isArray(body.changes) && body.changes.length > 0
  }

  /** The ids of the resources that there are. */
  async ids (): Promise<string[]> {
    const { body } = await this.#admin('GET', `/resources/${encodeURIComponent(this.#type)}`)
    return membersOf(body, 'resources').map(({ id }) => String(id))
  }

  /** The names of the ways that a resource may take. */
  async lifecycles (): Promise<string[]> {
    const { body } = await this.#admin('GET', '/resources')
    const type = membersOf(body, 'types').find(({ type }) => type === this.#type)
    return membersOf(type, 'lifecycles').map(({ name }) => String(name))
  }

  /** Tells whether the last request to an operation was answered as it was to be. */
  async judge (operation: string, { status }: StageAnswer): Promise<Judgement> {
    const { body } = await this.#admin('GET', `/requests?operation=${encodeURIComponent(operation)}&limit=1`)
    const { request, response, source = 'nothing' } = membersOf(body, 'requests')[0] ?? {}
    const [broken] = membersOf(response, 'violations')
    if (broken !== undefined) return { kind: 'broken', reason: `its answer would break the contract: ${String(broken.message)}` }
    const [refused] = membersOf(request, 'violations')
    if (refused !== undefined) return { kind: 'untried', reason: `it could not be tried, as no request could be made up: ${String(refused.message)}` }
    return source === 'simulation' ? { kind: 'fine' } : { kind: 'untried', reason: `it could not be tried: it is answered with ${status} by ${String(source)}` }
  }

  #admin (method: string, path: string, body?: unknown): Promise<StageAnswer> {
    return this.send({ method, url: `/__admin${path}`, ...body !== undefined && { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) } })
  }
}

/** The objects in a list that is a member of something. */
function membersOf (value: unknown, name: string): Array<Record<string, unknown>> {
  const list = isObject(value) ? value[name] : undefined
  return Array.isArray(list) ? list.filter(isObject) : []
}
