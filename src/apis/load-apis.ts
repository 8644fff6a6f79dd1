import type { Callbacks } from '../callbacks/callbacks.ts'
import { callbacksByWorld } from '../callbacks/callbacks-by-world.ts'
import type { Contract } from '../contract/contract.ts'
import { createInvalidDocument } from '../contract/problem.ts'
import { loadContracts } from '../contract/load-contracts.ts'
import type { ResourceType } from '../simulation/resource-type.ts'
import { RowFiles } from '../simulation/rows.ts'
import { readScenarioFiles } from '../scenarios/scenario-files.ts'
import type { ScenarioFile } from '../scenarios/scenario-files.ts'
import { compileSimulation } from '../simulation/simulation.ts'
import type { ResolvedOptions } from '../options.ts'
import { checkExamples } from '../validation/check-examples.ts'
import type { World } from '../worlds/world.ts'
import { Worlds } from '../worlds/worlds.ts'
import type { Api } from './api.ts'

export interface LoadedApis {
  readonly apis: readonly Api[]
  /** By id: `mews.Export`. */
  readonly types: ReadonlyMap<string, ResourceType>
  readonly worlds: Worlds
  readonly rowFiles: RowFiles
  callbacksOf (world: World): Callbacks
  readonly scenarioFiles: readonly ScenarioFile[]
}

/** Loads contracts, fixtures and the files of scenarios, and prepares the worlds in which they are acted out. */
export async function loadApis (options: ResolvedOptions): Promise<LoadedApis> {
  const { callbackHosts, fixtures, maxExchanges, maxResources, maxWorlds, openapi, seed, startsAt } = options
  const contracts = await loadContracts(openapi, { fixtures })
  refuseBrokenFixtures(contracts)
  const scenarioFiles = await readScenarioFiles(contracts.map(({ name }) => name), fixtures)
  const rowFiles = new RowFiles(fixtures)
  const compiled = contracts.map(contract => ({ contract, simulation: compileSimulation(contract, { rowFiles }) }))
  const types = new Map(compiled.flatMap(({ simulation }) => [...simulation.types.values()].map(type => [type.id, type] as const)))
  const indexes = compiled.flatMap(({ simulation }) => simulation.indexes)

  const callbacksOf = callbacksByWorld({ allowedHosts: callbackHosts, types })
  const worlds = new Worlds({ seed, startsAt, indexes, maxResources, maxExchanges, maxWorlds })
  const apis = compiled.map(({ contract, simulation }): Api => ({ contract, simulation, worlds, rowFiles, callbacksOf }))
  return { apis, callbacksOf, types, worlds, rowFiles, scenarioFiles }
}

/** What stands in a document is its author's to answer for, and is told when it is served; a fixture is the user's own. */
function refuseBrokenFixtures (contracts: readonly Contract[]): void {
  const problems = contracts.flatMap(contract => checkExamples(contract, { sources: ['fixture'] }))
  if (problems.length > 0) throw createInvalidDocument(problems)
}
