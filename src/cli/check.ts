import { checkScenarios } from '../scenarios/scenario-check.ts'
import type { Contract } from '../contract/contract.ts'
import { rejectRouteClashes, rejectDuplicateNames } from '../contract/load-contracts.ts'
import { loadFixtures } from '../contract/load-fixtures.ts'
import { problemsOf } from '../documents/problem.ts'
import type { Problem, Report } from '../documents/problem.ts'
import { readContracts } from '../contract/read-contracts.ts'
import { withDefaults } from '../options.ts'
import type { ResolvedOptions } from '../options.ts'
import { readScenarioFiles } from '../scenarios/scenario-file.ts'
import { RowFiles } from '../simulation/rows.ts'
import { compileSimulation } from '../simulation/api-simulation.ts'
import { checkDocumentExamples } from '../validation/check-document-examples.ts'
import { checkExamples } from '../validation/check-examples.ts'
import { checkSchemas } from '../schemas/check-schemas.ts'
import { listSchemaProblems } from '../schemas/list-schema-problems.ts'
import type { StandinOptions } from '../standin-options.ts'

/** What was looked at, and all that is wrong with it. */
export interface CheckResult {
  readonly documents: number
  readonly problems: readonly Problem[]
}

/** Loads documents with their fixtures and scenarios, and finds all that is wrong with them. It serves nothing. */
export async function check (options: StandinOptions): Promise<CheckResult> {
  const resolved = withDefaults(options)
  const found: Problem[] = []
  const reading = await attempt(found, () => readContracts(resolved.openapi, resolved))
  const contracts = reading?.contracts ?? []
  found.push(...reading?.problems ?? [], ...contracts.flatMap(contract => [...contract.warnings, ...checkParts(contract)]))
  await attempt(found, () => rejectDuplicateNames(contracts))
  await attempt(found, () => rejectRouteClashes(contracts))
  await checkFiles(contracts, resolved, found)
  return { documents: reading?.documents ?? 0, problems: found }
}

/** What stands in a document is its author's to answer for, so that it is served in spite of it. */
function checkParts (contract: Contract): Problem[] {
  const warnings: Problem[] = []
  const report: Report = (pointer, message) => {
    warnings.push(contract.warningAt(pointer, message))
  }
  checkSchemas(contract, report)
  checkDocumentExamples(contract, report)
  // What is not as JSON Schema has it may be what cannot be used as well.
  const told = new Set(warnings.map(({ pointer }) => pointer))
  return [...warnings, ...listSchemaProblems(contract).filter(({ pointer }) => !told.has(pointer))]
}

async function checkFiles (contracts: readonly Contract[], { fixtures }: ResolvedOptions, found: Problem[]): Promise<void> {
  const loaded = fixtures === undefined ? contracts : await attempt(found, () => loadFixtures(contracts, fixtures)) ?? contracts
  found.push(...loaded.flatMap(contract => checkExamples(contract, { sources: ['fixture'] })))
  const rowFiles = new RowFiles(fixtures)
  const simulations = new Map(await Promise.all(loaded.map(async contract => [contract.name, await attempt(found, () => compileSimulation(contract, { rowFiles }))] as const)))
  const compiled = new Map([...simulations].flatMap(([name, simulation]) => simulation === undefined ? [] : [[name, simulation]]))
  // A scenario of an API that does not act as declared would be wrong for that alone.
  if (compiled.size < simulations.size) return
  const types = new Map([...compiled.values()].flatMap(simulation => [...simulation.types.values()].map(type => [type.id, type] as const)))
  await attempt(found, async () => checkScenarios(await readScenarioFiles(loaded.map(({ name }) => name), fixtures), { contracts: loaded, simulations: compiled, types }))
}

/** Runs a step; what is wrong is taken note of, and the others go on. */
async function attempt<T> (found: Problem[], step: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await step()
  } catch (error) {
    found.push(...problemsOf(error))
    return undefined
  }
}
