import type { Callbacks } from '../callbacks/callbacks.ts'
import type { Contract, Operation } from '../contract/contract.ts'
import type { OperationHandler } from '../handlers/operation-handler.ts'
import type { RowFiles } from '../simulation/rows.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import type { World } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'
import type { Emit } from '../simulation/scope.ts'
import type { ResourceTypes } from '../simulation/timeline.ts'

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
  /** By operation id. */
  readonly handlers: ReadonlyMap<string, OperationHandler>
  /** Told of what becomes of its resources; left out where no webhook asks. */
  readonly emit?: Emit
}

export interface OperationContext {
  readonly api: Api
  readonly operation: Operation
}

/** Puts the APIs of an edition together with the state that they act on. */
export function listApis ({ contracts, handlers, rowFiles, simulations }: Definitions, { callbacksOf, worlds }: ApiState): Api[] {
  return contracts.flatMap(contract => {
    const simulation = simulations.get(contract.name)
    return simulation === undefined ? [] : [{ contract, simulation, worlds, rowFiles, handlers, callbacksOf, emit: createEmit(simulation, callbacksOf) }]
  })
}

/** Makes the function that passes what becomes of resources to the webhooks of their API; nothing where it has none. */
export function createEmit ({ webhooks }: ApiSimulation, callbacksOf: ApiState['callbacksOf']): Emit | undefined {
  if (webhooks.length === 0) return undefined
  return (kind, subject, scope) => callbacksOf(scope.world).emit(webhooks, kind, subject, scope)
}

/** What is served at a time, compiled from files. It holds no state: the worlds may outlive it. */
export interface Definitions {
  readonly contracts: readonly Contract[]
  /** By the name of their API. */
  readonly simulations: ReadonlyMap<string, ApiSimulation>
  /** By id: `mews.Export`. */
  readonly types: ResourceTypes
  readonly rowFiles: RowFiles
  /** Those of the modules beside the documents, by operation id. */
  readonly handlers: ReadonlyMap<string, OperationHandler>
}
