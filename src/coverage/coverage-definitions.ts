import type { Contract, Operation } from '../contract/contract.ts'
import type { Ignore } from '../reports/ignore-list.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'

/** The contracts whose cells are counted. */
export interface CoverageDefinitions {
  readonly contracts: readonly Contract[]
  /** By the name of the contract. */
  readonly simulations: ReadonlyMap<string, ApiSimulation>
  /** Why no test has to touch some cells. */
  readonly ignore: readonly Ignore[]
  /** Lists the operations with the paths at which they are served. */
  served (): ReadonlyArray<Pick<Operation, 'id' | 'method' | 'path'>>
}
