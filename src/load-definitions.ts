import type { Contract } from './contract/contract.ts'
import { createInvalidDocument } from './documents/problem.ts'
import type { Problem } from './documents/problem.ts'
import { loadContracts } from './contract/load-contracts.ts'
import { loadModule } from './handlers/load-module.ts'
import { isShipped } from './options.ts'
import type { ResolvedOptions } from './options.ts'
import { generateRows } from './responses/generate-rows.ts'
import { readScenarioFiles } from './scenarios/scenario-file.ts'
import type { ScenarioFile } from './scenarios/scenario-file.ts'
import { RowFiles } from './simulation/rows.ts'
import { compileSimulation } from './simulation/api-simulation.ts'
import type { ApiSimulation } from './simulation/api-simulation.ts'
import { checkExamples } from './validation/check-examples.ts'
import type { OnRead } from './documents/draft.ts'
import type { Definitions } from './apis/api.ts'
import type { ResourceTypes } from './simulation/scope.ts'

export interface LoadedDefinitions extends Definitions, Declarations {
  /** Reads the files of scenarios, whose content is not checked yet. Rejects with `InvalidDocument`. */
  readScenarioFiles (): Promise<readonly ScenarioFile[]>
}

/** The declarations of documents, without the code beside them. */
export interface Declarations extends Omit<Definitions, 'handlers'> {
  /** Whether exactly the shipped documents and fixtures are served, which tests have checked. */
  readonly isPrechecked: boolean
}

/**
 * Loads contracts, fixtures and modules. `onRead` is called for each file that is read, except fixtures.
 * Rejects with `InvalidDocument`, which has every mistake.
 */
export async function loadDefinitions (options: ResolvedOptions, onRead?: OnRead): Promise<LoadedDefinitions> {
  const declarations = await loadDeclarations(options, onRead)
  const { contracts, isPrechecked } = declarations
  return {
    ...declarations,
    handlers: isPrechecked ? new Map() : await loadHandlers(contracts, onRead),
    readScenarioFiles: () => readScenarioFiles(contracts.map(({ name }) => name), options)
  }
}

/** Loads contracts and fixtures, and runs no code of theirs. Rejects with `InvalidDocument`, which has all mistakes. */
export async function loadDeclarations (options: ResolvedOptions, onRead?: OnRead): Promise<Declarations> {
  const { fixtures } = options
  const contracts = await loadContracts(options.openapi, { ...options, onRead })
  // Shipped files that are watched will be edited.
  const isPrechecked = isShipped(options) && onRead === undefined
  if (!isPrechecked) rejectBrokenFixtures(contracts)
  const rowFiles = new RowFiles(fixtures, generateRows)
  const simulations = new Map<string, ApiSimulation>()
  for (const contract of contracts) {
    simulations.set(contract.name, compileSimulation(contract, { rowFiles, isPrechecked }))
  }
  const warnings = [...simulations.values()].flatMap(simulation => simulation.warnings)
  if (options.strict && warnings.length > 0) throw createInvalidDocument(warnings)
  return {
    contracts: contracts.map(contract => withWarnings(contract, simulations.get(contract.name)?.warnings ?? [])),
    simulations,
    types: collectTypes(simulations),
    rowFiles,
    isPrechecked
  }
}

/** Adds the warnings about a contract's simulation. */
function withWarnings (contract: Contract, warnings: readonly Problem[]): Contract {
  return warnings.length === 0 ? contract : { ...contract, warnings: [...contract.warnings, ...warnings] }
}

/** Returns the resource types of all simulations, by id. */
export function collectTypes (simulations: Definitions['simulations']): ResourceTypes {
  const types = [...simulations.values()].flatMap(simulation => [...simulation.types.values()])
  return new Map(types.map(type => [type.id, type]))
}

type Handlers = Definitions['handlers']

async function loadHandlers (contracts: readonly Contract[], onRead: OnRead | undefined): Promise<Handlers> {
  const modules = await Promise.all(contracts.map(contract => loadModule(contract, onRead)))
  const problems = modules.flatMap(({ problems }) => problems)
  if (problems.length > 0) throw createInvalidDocument(problems)
  return new Map(modules.flatMap(({ handlers }) => [...handlers]))
}

/**
 * Rejects fixtures that break their contract. An example in a document may: it is reported when it is served.
 */
function rejectBrokenFixtures (contracts: readonly Contract[]): void {
  const problems = contracts.flatMap(contract => checkExamples(contract, { sources: ['fixture'] }))
  if (problems.length > 0) throw createInvalidDocument(problems)
}
