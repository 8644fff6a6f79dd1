import { followFiles, followLinks } from './follow-links.ts'
import { isScalar, listFilters, valuesNamed } from './list-filters.ts'
import type { ProposedResource } from './proposal.ts'
import { sampleRequest } from './sample-request.ts'
import type { SampleChoices } from './sample-request.ts'
import type { Samples } from './samples.ts'
import type { Action, LeftOut, ProposedOperation } from './suggestion.ts'
import { TrialRequests } from './trial-requests.ts'
import type { CreatedResource, ValuesFrom } from './trial-requests.ts'
import { TrialResults } from './trial-results.ts'
import type { TrialResponse } from './trial-server.ts'
import type { TrialWorld } from './trial-world.ts'
import { judgeMessages, openWebhooks, withCallbackUrls } from './try-messages.ts'

/** The number of times that each operation is tried, with different requests. */
const ATTEMPTS = 3

/** The maximum number of steps that a job is followed for. */
const MAX_STEPS = 20

/** How long a request waits for its job at most. */
const MAX_MINUTES = 5

/** A trial of the operations that are proposed for one resource, in a world of its own. */
export class ResourceTrial {
  readonly #model: ProposedResource['model']
  readonly #operations: readonly ProposedOperation[]
  readonly #messages: ProposedResource['messages']
  readonly #requests: TrialRequests
  readonly #results = new TrialResults()
  readonly #samples: Samples
  readonly #world: TrialWorld

  constructor ({ messages, model, operations }: ProposedResource, world: TrialWorld, samples: Samples) {
    this.#messages = messages
    this.#model = model
    this.#operations = operations
    this.#requests = new TrialRequests(model, samples)
    this.#samples = samples
    this.#world = world
  }

  async run (): Promise<LeftOut[]> {
    await this.#world.freeze()
    await openWebhooks(this.#messages, this.#world)
    for (const create of this.#proposed('create')) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        await this.#tryLife(create, attempt === 0 ? 'examples' : 'chance')
      }
    }
    if (this.#model.collection.creates.length === 0) await this.#trySeeded()
    if (this.#model.job !== undefined) {
      for (const lifecycle of await this.#world.lifecycles()) await this.#tryLifecycle(lifecycle)
    }
    await judgeMessages(this.#messages, this.#world, this.#results)
    return this.#results.list()
  }

  /** Creates a resource, and calls every operation on it. */
  async #tryLife (create: ProposedOperation, from: ValuesFrom): Promise<void> {
    const created = await this.#create(create, from)
    if (created !== undefined) await this.#tryAll(created, from)
  }

  /** Calls every operation on a resource that new worlds have. */
  async #trySeeded (): Promise<void> {
    for (const [index, id] of (await this.#world.ids()).slice(0, ATTEMPTS).entries()) {
      await this.#tryAll({ id, parents: [] }, index === 0 ? 'examples' : 'chance')
    }
  }

  async #tryAll (created: CreatedResource, from: ValuesFrom): Promise<void> {
    const uses = this.#proposed('read', 'list', 'download', 'update', 'patch')
    for (const proposed of uses) await this.#call(proposed, created, from)
    for (const proposed of this.#proposed('list').slice(0, 1)) await this.#tryFilters(proposed, created)
    await this.#readMissing(created)
    for (const proposed of this.#proposed('cancel').slice(0, 1)) await this.#call(proposed, created, from)
    for (const proposed of this.#proposed('delete').slice(0, 1)) await this.#call(proposed, created, from)
  }

  /** Creates a job, and reads it in every status of a lifecycle. */
  async #tryLifecycle (lifecycle: string): Promise<void> {
    const create = this.#proposed('create').find(({ operation }) => !this.#results.hasFailed(operation))
    if (create === undefined) return
    await this.#world.setLifecycle(lifecycle)
    const created = await this.#create(create, 'examples')
    if (created === undefined) return
    for (let step = 0; step < MAX_STEPS; step++) {
      const shows = this.#proposed('read', 'list', 'download')
      for (const proposed of shows) await this.#call(proposed, created, 'examples')
      if (!await this.#world.advance()) break
    }
    await judgeMessages(this.#messages, this.#world, this.#results)
  }

  /** Lists the operations with one of some actions, in the order of the proposal. */
  #proposed (...actions: Action[]): ProposedOperation[] {
    return this.#operations.filter(({ action }) => actions.includes(action))
  }

  async #create (proposed: ProposedOperation, from: ValuesFrom): Promise<CreatedResource | undefined> {
    const parents = this.#requests.parents(proposed.operation, from)
    const before = new Set(await this.#world.ids())
    const plain = this.#requests.creation(proposed.operation, parents, from)
    const choices = withCallbackUrls(plain, proposed, this.#messages, this.#world.receiver)
    if ('async' in proposed.declaration) await this.#waitForEnd(proposed, choices)
    const response = await this.#send(proposed, choices) ?? await this.#send(proposed, plain)
    if (response === undefined) return undefined
    const id = (await this.#world.ids()).find(id => !before.has(id))
    if (id === undefined) return undefined
    await this.#follow(proposed, response)
    return { id, parents }
  }

  /** Creates a job with a request that waits for its end. */
  async #waitForEnd (proposed: ProposedOperation, choices: SampleChoices): Promise<void> {
    const sent = this.#send(proposed, { ...choices, headers: {} })
    // It waits for half a minute at most, from when it arrives.
    for (let minute = 0; minute < MAX_MINUTES; minute++) await this.#world.pass('PT1M')
    await sent
  }

  /** Follows the links in the response to a creation. */
  async #follow ({ operation }: ProposedOperation, response: TrialResponse): Promise<void> {
    const [read] = this.#proposed('read')
    if (read === undefined) return
    const request = sampleRequest(read.operation, { samples: this.#samples, from: 'examples' })
    const reason = await followLinks(response, { operation: read.operation, request }, this.#world)
    if (reason !== undefined) this.#results.fail(operation, reason)
  }

  /** Calls an operation on a resource. */
  async #call (proposed: ProposedOperation, created: CreatedResource, from: ValuesFrom): Promise<void> {
    const response = await this.#send(proposed, this.#requests.on(proposed, created, from))
    const broken = response && await followFiles(response, this.#world)
    if (broken !== undefined) this.#results.fail(proposed.operation, broken)
  }

  /** Lists with each filter alone: by what the resource shows, which has to be in the list. */
  async #tryFilters (proposed: ProposedOperation, created: CreatedResource): Promise<void> {
    const shown = await this.#world.shown(created.id)
    const filters = listFilters(proposed).filter(({ member }) => isScalar(shown[member]))
    for (const { member, parameter } of filters) {
      const choices = this.#requests.on(proposed, created, 'examples')
      const query = { ...choices.query, [parameter]: shown[member] }
      const response = await this.#send(proposed, { ...choices, query })
      const ids = this.#model.id === undefined ? undefined : valuesNamed(response?.body, this.#model.id.name)
      if (ids === undefined || response === undefined || ids.includes(created.id)) continue
      this.#results.fail(proposed.operation, `its filter "${parameter}" does not find what it names`)
    }
  }

  /** Reads a resource that does not exist. */
  async #readMissing ({ id, parents }: CreatedResource): Promise<void> {
    const [read] = this.#proposed('read')
    const other = read && this.#requests.missingId(read.operation, id)
    if (read === undefined || other === undefined) return
    await this.#call(read, { id: other, parents }, 'examples')
  }

  /** Sends a request. Returns the response when the proposed simulation responded with a success. */
  async #send ({ operation }: ProposedOperation, choices: SampleChoices): Promise<TrialResponse | undefined> {
    if (this.#results.hasFailed(operation)) return undefined
    const response = await this.#world.send(sampleRequest(operation, choices))
    const isFine = this.#results.add(operation, await this.#world.judge(operation.id, response.status))
    return isFine && response.status < 400 ? response : undefined
  }
}
