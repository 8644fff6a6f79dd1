import type { Callbacks } from '../callbacks/callbacks.ts'
import type { Contract, Operation } from '../contract/contract.ts'
import type { RowFiles } from '../simulation/rows.ts'
import type { ApiSimulation } from '../simulation/simulation.ts'
import type { World } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'

/** One API that is served: its contract with what it declares, and the state that it acts on. */
export interface Api {
  readonly contract: Contract
  readonly simulation: ApiSimulation
  readonly worlds: Worlds
  readonly rowFiles: RowFiles
  callbacksOf (world: World): Callbacks
}

export interface OperationContext {
  readonly api: Api
  readonly operation: Operation
}
