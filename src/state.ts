import type { ApiState, Definitions } from './apis/api.ts'
import { Callbacks } from './callbacks/callbacks.ts'
import type { ResolvedOptions } from './options.ts'
import { byWorld } from './worlds/by-world.ts'
import { Worlds } from './worlds/worlds.ts'

type StateOptions = Pick<ResolvedOptions, 'callbackHosts' | 'clock' | 'maxExchanges' | 'maxResources' | 'maxWorlds' | 'seed' | 'startsAt'>

/** Creates the state that the APIs and the admin API act on. */
export function createState ({ simulations }: Definitions, { callbackHosts, ...worldOptions }: StateOptions): ApiState {
  const { clock: clockMode, maxExchanges, maxResources, maxWorlds, seed, startsAt } = worldOptions
  const indexes = [...simulations.values()].flatMap(simulation => simulation.indexes)
  return {
    worlds: new Worlds({ seed, startsAt, clockMode, indexes, maxResources, maxExchanges, maxWorlds }),
    callbacksOf: byWorld(world => new Callbacks(world, { allowedHosts: callbackHosts }))
  }
}
