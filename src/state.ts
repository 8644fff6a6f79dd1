import type { ApiState } from './apis/api.ts'
import { Callbacks } from './callbacks/callbacks.ts'
import type { ResolvedOptions } from './options.ts'
import type { WorldScenarios } from './scenarios/run-scenario.ts'
import { byWorld } from './worlds/by-world.ts'
import type { World } from './worlds/world.ts'
import { Worlds } from './worlds/worlds.ts'
import type { Definitions } from './apis/definitions.ts'

/** The state of a server. */
export interface ServerState extends ApiState {
  scenariosOf (world: World): WorldScenarios
}

type StateOptions = Pick<ResolvedOptions, 'callbackHosts' | 'maxExchanges' | 'maxResources' | 'maxWorlds' | 'seed' | 'startsAt'>

/** Makes the state in which an edition is acted out. */
export function createState ({ simulations }: Definitions, { callbackHosts, ...worldOptions }: StateOptions): ServerState {
  const { maxExchanges, maxResources, maxWorlds, seed, startsAt } = worldOptions
  const indexes = [...simulations.values()].flatMap(simulation => simulation.indexes)
  return {
    worlds: new Worlds({ seed, startsAt, indexes, maxResources, maxExchanges, maxWorlds }),
    callbacksOf: byWorld(world => new Callbacks(world, { allowedHosts: callbackHosts })),
    scenariosOf: byWorld(() => ({ own: new Map(), running: [] }))
  }
}
