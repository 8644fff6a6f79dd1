import type { Contract } from './contract/contract.ts'
import { createInvalidDocument } from './documents/problem.ts'
import { loadContracts } from './contract/load-contracts.ts'
import { loadModule } from './handlers/load-module.ts'
import { isShipped } from './options.ts'
import type { ResolvedOptions } from './options.ts'
import { readScenarioFiles } from './scenarios/scenario-file.ts'
import type { ScenarioFile } from './scenarios/scenario-file.ts'
import { RowFiles } from './simulation/rows.ts'
import { compileSimulation } from './simulation/api-simulation.ts'
import { checkExamples } from './validation/check-examples.ts'
import type { OnRead } from './documents/draft.ts'
import type { Definitions } from './apis/api.ts'

export interface LoadedDefinitions extends Definitions {
  /** Whether it is just what ships with the package, which tests have checked. */
  readonly isPrechecked: boolean
  /** Reads the files of scenarios; what stands in them is still to be checked. Rejects with `InvalidDocument`. */
  readScenarioFiles (): Promise<readonly ScenarioFile[]>
}

/** Loads contracts and fixtures. `onRead` is told of what is read beside fixtures. Throws `InvalidDocument` with every mistake. */
export async function loadDefinitions (options: ResolvedOptions, onRead?: OnRead): Promise<LoadedDefinitions> {
  const { fixtures } = options
  const contracts = await loadContracts(options.openapi, { ...options, onRead })
  // What is read by someone who watches it will be edited.
  const isPrechecked = isShipped(options) && onRead === undefined
  if (!isPrechecked) refuseBrokenFixtures(contracts)
  const rowFiles = new RowFiles(fixtures)
  const simulations = new Map(contracts.map(contract => [contract.name, compileSimulation(contract, { rowFiles, isPrechecked })]))
  const types = new Map([...simulations.values()].flatMap(simulation => [...simulation.types.values()].map(type => [type.id, type] as const)))
  return {
    contracts,
    simulations,
    types,
    rowFiles,
    handlers: isPrechecked ? new Map() : await loadHandlers(contracts, onRead),
    isPrechecked,
    readScenarioFiles: () => readScenarioFiles(contracts.map(({ name }) => name), fixtures)
  }
}

async function loadHandlers (contracts: readonly Contract[], onRead: OnRead | undefined): Promise<Definitions['handlers']> {
  const modules = await Promise.all(contracts.map(contract => loadModule(contract, onRead)))
  const problems = modules.flatMap(({ problems }) => problems)
  if (problems.length > 0) throw createInvalidDocument(problems)
  return new Map(modules.flatMap(({ handlers }) => [...handlers]))
}

/** What stands in a document is its author's to answer for, and is told when it is served; a fixture is the user's own. */
function refuseBrokenFixtures (contracts: readonly Contract[]): void {
  const problems = contracts.flatMap(contract => checkExamples(contract, { sources: ['fixture'] }))
  if (problems.length > 0) throw createInvalidDocument(problems)
}
