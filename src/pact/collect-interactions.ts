import type { JsonObject } from '../documents/is-object.ts'
import type { Operation } from '../contract/contract.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import type { ResourceTypes } from '../simulation/scope.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { shapeOf } from './body-rules.ts'
import { StateFinder } from './find-states.ts'
import type { Interaction } from './interaction.ts'
import { Placeholders } from './placeholders.ts'
import type { ProviderState } from './provider-state.ts'
import { toInteraction } from './to-interaction.ts'
import type { Trial } from './trial.ts'
import type { World } from '../worlds/world.ts'

/** Exchanges that no interaction stands for, and why. */
export interface LeftOut {
  readonly operation: string
  readonly why: string
  readonly count: number
}

/** The interactions of an API, and what was left out. */
export interface Collected {
  readonly interactions: readonly Interaction[]
  readonly leftOut: readonly LeftOut[]
}

export interface CollectOptions {
  readonly operations: readonly Operation[]
  readonly types: ResourceTypes
  readonly trial: Trial
}

/**
 * Turns the exchanges of a world that kept their contract into interactions, each once. Each is tried: one whose
 * response does not come again is given a state that scripts the response.
 */
export async function collectInteractions (
  { store }: Pick<World, 'store'>,
  { operations, trial, types }: CollectOptions
): Promise<Collected> {
  const byId = new Map(operations.map(operation => [operation.id, operation]))
  const finder = new StateFinder(store.list(), types)
  const interactions = new Map<string, Interaction>()
  const left = new Map<string, LeftOut>()
  for (const exchange of store.exchanges()) {
    const operation = byId.get(exchange.operation ?? '')
    if (operation === undefined) continue
    const candidates = finder.list(exchange, operation)
    const why = whyLeftOut(exchange)
    if (why !== undefined) {
      leaveOut(left, operation, why)
      continue
    }
    const key = keyOf(exchange, operation, candidates[0] ?? [])
    if (interactions.has(key)) continue
    const interaction = await firstThatPasses(exchange, operation, candidates, trial)
    if (interaction !== undefined) interactions.set(key, interaction)
    else leaveOut(left, operation, 'its response does not come again, and cannot be scripted')
  }
  return { interactions: numbered([...interactions.values()]), leftOut: [...left.values()] }
}

/** The largest file that is an example, in bytes. */
const LARGEST_FILE = 65_536

function whyLeftOut (exchange: Exchange): string | undefined {
  const { fault, requestViolations, responseBody, responseViolations, status } = exchange
  if (status === 406) return 'the request accepts no documented media type'
  if (requestViolations.length > 0) return 'the request broke the contract'
  if (responseViolations.length > 0) return 'the response broke the contract'
  if (fault !== undefined) return 'a fault was scripted'
  const isLarge = isFileContent(responseBody) && responseBody.size > LARGEST_FILE
  return isLarge ? 'the response is a large file' : undefined
}

function leaveOut (left: Map<string, LeftOut>, { id }: Operation, why: string): void {
  const key = `${id} ${why}`
  left.set(key, { operation: id, why, count: (left.get(key)?.count ?? 0) + 1 })
}

/** Exchanges of one operation, status, form and states are one interaction. */
function keyOf (exchange: Exchange, operation: Operation, states: readonly ProviderState[]): string {
  const placeholders = new Placeholders({ keepForm: false })
  const { request, response } = toInteraction(exchange, { operation, states: [], placeholders, description: '' })
  const names = states.map(({ name }) => name).sort()
  const queryNames = Object.keys(request.query).sort()
  const shapes = [request.body, response.body].map(body => shapeOf(body?.content))
  return [operation.id, response.status, queryNames.join(), ...shapes, ...names].join('\n')
}

/** Returns the interaction with the first states given which its response comes again. */
async function firstThatPasses (
  exchange: Exchange,
  operation: Operation,
  candidates: ReadonlyArray<readonly ProviderState[]>,
  trial: Trial
): Promise<Interaction | undefined> {
  const description = `${operation.name} responds ${exchange.status}`
  // A stub responded, so that no state of resources brings the response about.
  const natural = exchange.stub === undefined ? [...candidates, []] : []
  for (const states of natural) {
    for (const keepForm of [false, true]) {
      const placeholders = new Placeholders({ keepForm })
      const interaction = toInteraction(exchange, { operation, states, placeholders, description })
      if (await trial.passes(interaction)) return interaction
    }
  }
  return await scripted(exchange, operation, description, trial)
}

async function scripted (
  exchange: Exchange,
  operation: Operation,
  description: string,
  trial: Trial
): Promise<Interaction | undefined> {
  const placeholders = new Placeholders({ keepForm: false })
  const plain = toInteraction(exchange, { operation, states: [], placeholders, description })
  const { body, headers, status } = plain.response
  const { 'Content-Type': contentType, ...others } = headers
  const params: JsonObject = {}
  if (Object.keys(others).length > 0) params.headers = others
  if (body?.kind === 'json') params.body = body.content
  const states = [{ name: `${operation.id} responds ${status}`, ...Object.keys(params).length > 0 && { params } }]
  const interaction = toInteraction(exchange, { operation, states, placeholders, description })
  return await trial.passes(interaction) ? interaction : undefined
}

/** Numbers interactions that have the same description and states, which a pact must not have twice. */
function numbered (interactions: readonly Interaction[]): Interaction[] {
  const counts = new Map<string, number>()
  return interactions.map(interaction => {
    const key = [interaction.description, ...interaction.states.map(({ name }) => name)].join('\n')
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count === 1 ? interaction : { ...interaction, description: `${interaction.description} (${count})` }
  })
}
