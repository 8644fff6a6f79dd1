import type { Operation, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { followLinks } from './follow-links.ts'
import { parentParameters, pathParts } from './path-parts.ts'
import type { ProposedResource } from './proposal.ts'
import { sampleRequest } from './sample-request.ts'
import type { SampleChoices } from './sample-request.ts'
import { isValid, Samples } from './samples.ts'
import { leave } from './suggestion.ts'
import type { Action, LeftOut, ProposedOperation } from './suggestion.ts'
import type { TrialResponse, TrialServer } from './trial-server.ts'
import { TrialWorld } from './trial-world.ts'
import { typeOf } from './types-of.ts'

/** The number of times that each operation is tried, with different requests. */
const ATTEMPTS = 3

/** The maximum number of steps that a job is followed for. */
const MAX_STEPS = 20

/** The maximum length of a world's name here; worlds reject long names. */
const MAX_NAME = 60

/**
 * Tries the operations that are proposed for a resource, from its creation to its end. Returns those that do not work.
 */
export async function tryResource (proposed: ProposedResource, api: string, server: TrialServer): Promise<LeftOut[]> {
  const { name } = proposed.model
  const samples = new Samples()
  try {
    const world = new TrialWorld(server, `try-${name}`.slice(0, MAX_NAME), `${api}.${name}`)
    return await new ResourceTrial(proposed, world, samples).run()
  } finally {
    samples.close()
  }
}

/** A resource that was created, with the values of the path parameters above it. */
interface Created {
  readonly id: string
  readonly parents: readonly string[]
}

type From = SampleChoices['from']

class ResourceTrial {
  readonly #model: ProposedResource['model']
  readonly #operations: readonly ProposedOperation[]
  readonly #world: TrialWorld
  readonly #samples: Samples
  /** Operations whose response broke the contract, by id. */
  readonly #failures = new Map<string, LeftOut>()
  /** Operations that some request did not reach, by id. */
  readonly #untried = new Map<string, LeftOut>()
  /** Ids of operations that worked at least once. */
  readonly #proven = new Set<string>()

  constructor ({ model, operations }: ProposedResource, world: TrialWorld, samples: Samples) {
    this.#model = model
    this.#operations = operations
    this.#world = world
    this.#samples = samples
  }

  async run (): Promise<LeftOut[]> {
    await this.#world.freeze()
    for (const create of this.#proposed('create')) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        await this.#tryLife(create, attempt === 0 ? 'examples' : 'chance')
      }
    }
    if (this.#model.job !== undefined) {
      for (const lifecycle of await this.#world.lifecycles()) await this.#tryLifecycle(lifecycle)
    }
    const untried = [...this.#untried.values()]
      .filter(({ operation: { id } }) => !this.#proven.has(id) && !this.#failures.has(id))
    return [...this.#failures.values(), ...untried]
  }

  /** Creates a resource, and calls every operation on it. */
  async #tryLife (create: ProposedOperation, from: From): Promise<void> {
    const created = await this.#create(create, from)
    if (created === undefined) return
    for (const proposed of this.#proposed('read', 'list', 'update', 'patch')) await this.#call(proposed, created, from)
    await this.#readMissing(created)
    for (const proposed of this.#proposed('cancel').slice(0, 1)) await this.#call(proposed, created, from)
    for (const proposed of this.#proposed('delete').slice(0, 1)) await this.#call(proposed, created, from)
  }

  /** Creates a job, and reads it in every status of a lifecycle. */
  async #tryLifecycle (lifecycle: string): Promise<void> {
    const create = this.#proposed('create').find(({ operation }) => !this.#failures.has(operation.id))
    if (create === undefined) return
    await this.#world.setLifecycle(lifecycle)
    const created = await this.#create(create, 'examples')
    if (created === undefined) return
    for (let step = 0; step < MAX_STEPS; step++) {
      for (const proposed of this.#proposed('read', 'list')) await this.#call(proposed, created, 'examples')
      if (!await this.#world.advance()) return
    }
  }

  /** Lists the operations with one of some actions, in the order of the proposal. */
  #proposed (...actions: Action[]): ProposedOperation[] {
    return this.#operations.filter(({ action }) => actions.includes(action))
  }

  async #create (proposed: ProposedOperation, from: From): Promise<Created | undefined> {
    const names = parentParameters(pathParts(proposed.operation))
    const parents = names.map((name, index) => {
      const { isHidden = true, member = '' } = this.#model.parents[index] ?? {}
      const schema = isHidden ? pathSchema(proposed.operation, name) : this.#model.members.get(member)?.schema
      return this.#pathValue(schema, 'a', from)
    })
    const before = new Set(await this.#world.ids())
    const path = { ...pathValues(names, parents), ...this.#ownId(proposed.operation, from) }
    const change = (body: unknown) => this.#withId(body, from)
    const response = await this.#send(proposed, { samples: this.#samples, from, path, change })
    if (response === undefined) return undefined
    const id = (await this.#world.ids()).find(id => !before.has(id))
    if (id === undefined) return undefined
    await this.#follow(proposed, response)
    return { id, parents }
  }

  /** Returns the id that a creation has in its path: one that is valid in the resource too. */
  #ownId (operation: Operation, from: From): Record<string, string> {
    const { id: parameter } = pathParts(operation)
    const { id } = this.#model
    if (parameter === undefined || id === undefined) return {}
    const schema = pathSchema(operation, parameter)
    const value = this.#samples.any(id.schema, from)
    const isUsable = value !== null && (schema === undefined || isValid(schema, value))
    return isUsable ? { [parameter]: String(value) } : {}
  }

  /** Follows the links in the response to a creation. */
  async #follow ({ operation }: ProposedOperation, response: TrialResponse): Promise<void> {
    const [read] = this.#proposed('read')
    if (read === undefined) return
    const request = sampleRequest(read.operation, { samples: this.#samples, from: 'examples' })
    const reason = await followLinks(response, { operation: read.operation, request }, this.#world)
    if (reason !== undefined) this.#failures.set(operation.id, leave(operation, reason))
  }

  /** Replaces an id that the client chooses by one that is valid in the path that reads the resource. */
  #withId (body: unknown, from: From): unknown {
    const { collection: { id: parameter = '', read }, id, idIsGiven } = this.#model
    const schema = read && pathSchema(read, parameter)
    if (!idIsGiven || id === undefined || schema === undefined || !isObject(body) || !(id.name in body)) return body
    return { ...body, [id.name]: this.#samples.any(schema, from) }
  }

  /** Calls an operation on a resource. */
  async #call (proposed: ProposedOperation, { id, parents }: Created, from: From): Promise<void> {
    const parts = pathParts(proposed.operation)
    const path = pathValues(parentParameters(parts), parents)
    if (parts.id !== undefined) path[parts.id] = id
    const idMember = this.#model.id
    const change = (body: unknown): unknown => {
      if (parts.id !== undefined || idMember === undefined || !isObject(body) || proposed.action === 'list') return body
      return { ...body, [idMember.name]: typeOf(idMember.schema) === 'string' ? id : Number(id) }
    }
    await this.#send(proposed, { samples: this.#samples, from, path, change })
  }

  /** Reads a resource that does not exist. */
  async #readMissing ({ id, parents }: Created): Promise<void> {
    const [read] = this.#proposed('read')
    if (read === undefined) return
    const schema = pathSchema(read.operation, pathParts(read.operation).id ?? '')
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const other = this.#pathValue(schema, 'missing', 'chance')
      if (other !== id && other !== '') return await this.#call(read, { id: other, parents }, 'examples')
    }
  }

  #pathValue (schema: SchemaReference | undefined, otherwise: string, from: From): string {
    return schema === undefined ? otherwise : String(this.#samples.any(schema, from))
  }

  /** Sends a request. Returns the response when the proposed simulation responded with a success. */
  async #send ({ operation }: ProposedOperation, choices: SampleChoices): Promise<TrialResponse | undefined> {
    if (this.#failures.has(operation.id)) return undefined
    const response = await this.#world.send(sampleRequest(operation, choices))
    const judgement = await this.#world.judge(operation.id, response.status)
    if (judgement.kind === 'fine') {
      this.#proven.add(operation.id)
      return response.status < 400 ? response : undefined
    }
    const found = judgement.kind === 'broken' ? this.#failures : this.#untried
    found.set(operation.id, leave(operation, judgement.reason))
    return undefined
  }
}

function pathSchema ({ parameters }: Operation, name: string): SchemaReference | undefined {
  return parameters.find(parameter => parameter.in === 'path' && parameter.name === name)?.schema
}

function pathValues (names: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? 'a']))
}
