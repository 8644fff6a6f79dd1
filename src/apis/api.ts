import type { Callbacks } from '../callbacks/callbacks.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { DriftCount } from '../drift/drift-count.ts'
import type { Contract, Operation } from '../contract/contract.ts'
import type { OperationHandler } from '../handlers/operation-handler.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { RowFiles } from '../simulation/rows.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import type { Keeper } from '../storage/keeper.ts'
import type { World } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'
import type { Emit, ResourceTypes } from '../simulation/scope.ts'
import type { Upstream } from './upstream.ts'

/** The state that APIs act on. */
export interface ApiState {
  readonly worlds: Worlds
  callbacksOf (world: World): Callbacks
  /** Counts what requests touch; absent where nothing is counted. */
  readonly coverage?: Coverage | undefined
  /** Counts what the server does; absent where nobody asks for that. */
  readonly metrics?: Metrics | undefined
  /** Keeps the worlds beyond the process; absent where they live in memory only. */
  readonly keeper?: Keeper | undefined
  /** Compares the service that requests are passed on to with the contracts. */
  readonly drift?: DriftCount | undefined
}

/** How APIs respond. */
export interface ApiSettings {
  /**
   * The status of a request that violates its contract, where its operation documents neither 422 nor 400.
   * @default 400
   */
  readonly invalidStatus?: number
  /**
   * Whether a response that breaks its contract is replaced by a 500.
   * @default false
   */
  readonly responseErrors?: boolean
  /** The services that requests are passed on to, by the names of their APIs. */
  readonly upstreams?: ReadonlyMap<string, Upstream> | undefined
}

/** One API that is served: its contract with what it declares, and the state that it acts on. */
export interface Api extends ApiState, Omit<ApiSettings, 'upstreams'> {
  readonly contract: Contract
  readonly simulation: ApiSimulation
  readonly rowFiles: RowFiles
  /** By operation id. */
  readonly handlers: ReadonlyMap<string, OperationHandler>
  /** Passes the events of its resources to webhooks; absent where the document declares none. */
  readonly emit?: Emit
  /** The service that requests are passed on to; absent where they are not. */
  readonly upstream?: Upstream | undefined
}

export interface OperationContext {
  readonly api: Api
  readonly operation: Operation
}

/** Lists the APIs of some definitions, each with the state that it acts on. */
export function listApis (definitions: Definitions, state: ApiState, settings: ApiSettings = {}): Api[] {
  const { contracts, handlers, rowFiles, simulations } = definitions
  const { callbacksOf, worlds } = state
  const { invalidStatus, responseErrors, upstreams } = settings
  const apis: Api[] = []
  for (const contract of contracts) {
    const simulation = simulations.get(contract.name)
    if (simulation === undefined) continue
    const emit = createEmit(simulation, callbacksOf)
    const shared = { worlds, rowFiles, handlers, callbacksOf, invalidStatus, responseErrors }
    apis.push({ contract, simulation, emit, upstream: upstreams?.get(contract.name), ...shared })
  }
  return apis
}

/** Creates the function that passes the events of resources to the webhooks of their API, where it has any. */
export function createEmit ({ webhooks }: ApiSimulation, callbacksOf: ApiState['callbacksOf']): Emit | undefined {
  if (webhooks.length === 0) return undefined
  return (kind, subject, scope) => callbacksOf(scope.world).emit(webhooks, kind, subject, scope)
}

/** The definitions that are served, compiled from files. They hold no state: the worlds may outlive them. */
export interface Definitions {
  readonly contracts: readonly Contract[]
  /** By the name of their API. */
  readonly simulations: ReadonlyMap<string, ApiSimulation>
  /** By id: `mews.Export`. */
  readonly types: ResourceTypes
  readonly rowFiles: RowFiles
  /** The handlers of the modules beside the documents, by operation id. */
  readonly handlers: ReadonlyMap<string, OperationHandler>
}
