import type { Contract } from '../contract/contract.ts'
import type { OperationHandler } from '../handlers/operation-handler.ts'
import type { RowFiles } from '../simulation/rows.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import type { ResourceTypes } from '../simulation/timeline.ts'

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
