import { isObject } from '../documents/is-object.ts'
import { leave } from './suggestion.ts'
import type { LeftOut, ProposedOperation } from './suggestion.ts'
import { parentParameters, pathParts } from './path-parts.ts'
import type { ProposedThing } from './proposal.ts'
import { sampleRequest } from './sample-request.ts'
import type { SampleChoices } from './sample-request.ts'
import { Samples } from './samples.ts'
import { StageWorld } from './trial-server.ts'
import type { TrialServer } from './trial-server.ts'

/** How often each operation is tried, with other requests each time. */
const ATTEMPTS = 3

/** The most steps that a job is followed on its way. */
const MAX_STEPS = 20

/** Tries what is proposed for things of one kind from their creation to their end; answers what did not work. */
export async function tryThing ({ operations, thing }: ProposedThing, api: string, stage: TrialServer): Promise<LeftOut[]> {
  const samples = new Samples()
  try {
    // World names are short.
    const world = new StageWorld(stage, `try-${thing.name}`.slice(0, 60), `${api}.${thing.name}`)
    return await new ThingTrial({ operations, samples, thing, world }).run()
  } finally {
    samples.close()
  }
}

interface TrialParts {
  readonly operations: readonly ProposedOperation[]
  readonly samples: Samples
  readonly thing: ProposedThing['thing']
  readonly world: StageWorld
}

/** A thing that was created: its id, and the parameters of the path above it. */
interface Created {
  readonly id: string
  readonly parents: readonly string[]
}

class ThingTrial {
  readonly #parts: TrialParts
  readonly #failures = new Map<string, LeftOut>()
  /** What could not be tried, as no request for it could be made up. */
  readonly #untried = new Map<string, LeftOut>()
  /** What was answered as it was to be, at least once. */
  readonly #proven = new Set<string>()

  constructor (parts: TrialParts) {
    this.#parts = parts
  }

  async run (): Promise<LeftOut[]> {
    const { operations, thing, world } = this.#parts
    await world.freeze()
    for (const proposed of operations.filter(({ action }) => action === 'create')) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) await this.#live(proposed, attempt === 0 ? 'examples' : 'chance')
    }
    for (const lifecycle of thing.job === undefined ? [] : await world.lifecycles()) await this.#follow(lifecycle)
    const untried = [...this.#untried.values()].filter(({ operation }) => !this.#proven.has(operation.id) && !this.#failures.has(operation.id))
    return [...this.#failures.values(), ...untried]
  }

  /** Creates a thing, and does with it all that can be done. */
  async #live (create: ProposedOperation, from: SampleChoices['from']): Promise<void> {
    const created = await this.#create(create, from)
    if (created === undefined) return
    for (const proposed of this.#parts.operations) {
      if (proposed.action === 'create' || proposed.action === 'delete' || proposed.action === 'cancel') continue
      await this.#call(proposed, created, from)
    }
    await this.#lookForMissing(created)
    const [cancel] = this.#parts.operations.filter(({ action }) => action === 'cancel')
    if (cancel !== undefined) await this.#call(cancel, created, from)
    const [remove] = this.#parts.operations.filter(({ action }) => action === 'delete')
    if (remove !== undefined) await this.#call(remove, created, from)
  }

  /** Follows a job to its end on one of its ways. */
  async #follow (lifecycle: string): Promise<void> {
    const { operations, world } = this.#parts
    const [create] = operations.filter(({ action, operation }) => action === 'create' && !this.#failures.has(operation.id))
    if (create === undefined) return
    await world.takeLifecycle(lifecycle)
    const created = await this.#create(create, 'examples')
    if (created === undefined) return
    for (let step = 0; step < MAX_STEPS; step++) {
      for (const proposed of operations.filter(({ action }) => action === 'read' || action === 'list')) await this.#call(proposed, created, 'examples')
      if (!await world.advance()) return
    }
  }

  async #create (proposed: ProposedOperation, from: SampleChoices['from']): Promise<Created | undefined> {
    const { operation } = proposed
    const { samples, thing } = this.#parts
    const names = parentParameters(pathParts(operation))
    const parents = names.map((name, index) => {
      const { isHidden = true, member = '' } = thing.parents[index] ?? {}
      const parameter = operation.parameters.find(parameter => parameter.in === 'path' && parameter.name === name)
      const schema = isHidden ? parameter?.schema : thing.members.get(member)?.schema
      return String(schema === undefined ? 'a' : samples.any(schema, from))
    })
    const before = new Set(await this.#parts.world.ids())
    const isFine = await this.#send(proposed, { samples, from, path: Object.fromEntries(names.map((name, index) => [name, parents[index] ?? ''])), change: body => this.#withId(body, from) })
    if (!isFine) return undefined
    const id = (await this.#parts.world.ids()).find(id => !before.has(id))
    return id === undefined ? undefined : { id, parents }
  }

  /** Where the client gives the id, one that can be asked for again. */
  #withId (body: unknown, from: SampleChoices['from']): unknown {
    const { samples, thing: { collection: { id: parameter, read }, id, idIsGiven } } = this.#parts
    const { schema } = read?.parameters.find(({ in: place, name }) => place === 'path' && name === parameter) ?? {}
    if (!idIsGiven || id === undefined || schema === undefined || !isObject(body) || !(id.name in body)) return body
    return { ...body, [id.name]: samples.any(schema, from) }
  }

  /** Calls an operation on a thing that is there. */
  async #call (proposed: ProposedOperation, { id, parents }: Created, from: SampleChoices['from']): Promise<void> {
    const { samples, thing } = this.#parts
    const parts = pathParts(proposed.operation)
    const names = parentParameters(parts)
    const path = { ...Object.fromEntries(names.map((name, index) => [name, parents[index] ?? 'a'])), ...parts.id !== undefined && { [parts.id]: id } }
    const idMember = thing.id
    const change = (body: unknown): unknown => {
      if (parts.id !== undefined || idMember === undefined || !isObject(body) || proposed.action === 'list') return body
      return { ...body, [idMember.name]: typeof body[idMember.name] === 'number' ? Number(id) : id }
    }
    await this.#send(proposed, { samples, from, path, change })
  }

  /** Asks for what is not there. */
  async #lookForMissing ({ id, parents }: Created): Promise<void> {
    const [read] = this.#parts.operations.filter(({ action }) => action === 'read')
    if (read === undefined) return
    const { schema } = read.operation.parameters.find(({ in: place, name }) => place === 'path' && name === pathParts(read.operation).id) ?? {}
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const other = String(schema === undefined ? 'missing' : this.#parts.samples.any(schema, 'chance'))
      if (other !== id && other !== '') return await this.#call(read, { id: other, parents }, 'examples')
    }
  }

  /** Sends a request; tells whether it was answered as it was to be. */
  async #send (proposed: ProposedOperation, choices: SampleChoices): Promise<boolean> {
    const { operation } = proposed
    if (this.#failures.has(operation.id)) return false
    const { world } = this.#parts
    const answer = await world.send(sampleRequest(operation, choices))
    const judgement = await world.judge(operation.id, answer)
    if (judgement.kind === 'fine') this.#proven.add(operation.id)
    else (judgement.kind === 'broken' ? this.#failures : this.#untried).set(operation.id, leave(operation, judgement.reason))
    return judgement.kind === 'fine' && answer.status < 400
  }
}
