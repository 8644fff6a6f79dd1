import type { CallbackTarget } from '../callbacks/callback-target.ts'
import type { Contract } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { ResourceTypes } from '../simulation/scope.ts'
import type { World } from '../worlds/world.ts'
import { collectInteractions } from './collect-interactions.ts'
import type { LeftOut } from './collect-interactions.ts'
import { collectMessages } from './collect-messages.ts'
import type { PactVersion } from './pact-versions.ts'
import { Trial } from './trial.ts'
import type { SendToTrial } from './trial.ts'
import { writePact } from './write-pact.ts'

/** What pacts are written from, and how. */
export interface PactOptions {
  readonly consumer: string
  /** The name of the provider; that of each API where it is left out. */
  readonly provider: string | undefined
  readonly version: PactVersion
  readonly contracts: readonly Contract[]
  readonly types: ResourceTypes
  readonly targets: ReadonlyMap<string, CallbackTarget>
  /** The version of the server. */
  readonly tool: string
  readonly send: SendToTrial
}

/** The pact of one API with what is not in it. */
export interface CollectedPact {
  readonly api: string
  readonly pact: JsonObject
  readonly interactions: number
  readonly messages: number
  readonly leftOut: readonly LeftOut[]
}

/** Writes a pact for each API that a world was asked for, from the exchanges that kept the contract. */
export async function collectPacts (world: World, options: PactOptions): Promise<CollectedPact[]> {
  const { consumer, contracts, provider, targets, tool, types, version } = options
  const trial = new Trial(options.send)
  const pacts: CollectedPact[] = []
  for (const { name: api, operations } of contracts) {
    const { interactions, leftOut } = await collectInteractions(world, { operations, trial, types })
    const own = new Map([...targets].filter(([name]) => name.startsWith(`${api}.`)))
    const messages = await collectMessages(world, { targets: own, trial, types })
    if (interactions.length + messages.length + leftOut.length === 0) continue
    const content = { consumer, provider: provider ?? api, interactions, messages }
    const isLeft = version === '3' && messages.length > 0
    const why = 'a pact of version 3 has no messages beside interactions'
    pacts.push({
      api,
      pact: writePact(content, version, tool),
      interactions: interactions.length,
      messages: isLeft ? 0 : messages.length,
      leftOut: isLeft ? [...leftOut, { operation: api, why, count: messages.length }] : leftOut
    })
  }
  return pacts
}
