import type { FastifyRequest } from 'fastify'
import { worldNameOf } from '../apis/world-of.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import type { Contract } from '../contract/contract.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import type { RowFiles } from '../simulation/rows.ts'
import type { ApiSimulation } from '../simulation/simulation.ts'
import type { ResourceTypes } from '../simulation/timeline.ts'
import type { World } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'

/** What the admin API shows and changes. */
export interface AdminOptions {
  readonly worlds: Worlds
  readonly contracts: readonly Contract[]
  /** By the name of their API. */
  readonly simulations: ReadonlyMap<string, ApiSimulation>
  readonly types: ResourceTypes
  readonly rowFiles: RowFiles
  callbacksOf (world: World): Callbacks
  /** Those of files; all that is in them has been checked. */
  readonly scenarios: readonly Scenario[]
  readonly version: string
  /** Without one, whoever reaches the server may use the admin API. */
  readonly adminToken: string | undefined
}

/** The world that a request names. Throws `InvalidWorldName` or `WorldAmbiguous`. */
export function worldOf (request: FastifyRequest, { worlds }: AdminOptions): World {
  return worlds.get(worldNameOf(request))
}
