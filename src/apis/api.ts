import type { Callbacks } from '../callbacks/callbacks.ts'
import type { Contract, Operation } from '../contract/contract.ts'
import type { RowFiles } from '../simulation/rows.ts'
import type { ApiSimulation } from '../simulation/simulation.ts'
import type { World } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'
import type { Edition } from './edition.ts'

/** The state that APIs act on. */
export interface ApiState {
  readonly worlds: Worlds
  callbacksOf (world: World): Callbacks
}

/** One API that is served: its contract with what it declares, and the state that it acts on. */
export interface Api extends ApiState {
  readonly contract: Contract
  readonly simulation: ApiSimulation
  readonly rowFiles: RowFiles
}

export interface OperationContext {
  readonly api: Api
  readonly operation: Operation
}

/** Puts the APIs of an edition together with the state that they act on. */
export function listApis ({ contracts, rowFiles, simulations }: Edition, { callbacksOf, worlds }: ApiState): Api[] {
  return contracts.flatMap(contract => {
    const simulation = simulations.get(contract.name)
    return simulation === undefined ? [] : [{ contract, simulation, worlds, rowFiles, callbacksOf }]
  })
}
