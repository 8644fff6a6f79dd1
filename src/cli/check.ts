import { existsSync } from 'node:fs'
import { checkScenarios } from '../scenarios/scenario-check.ts'
import type { Contract } from '../contract/contract.ts'
import { checkFixtureFolders } from '../contract/check-fixture-folders.ts'
import { rejectRouteClashes, rejectDuplicateNames } from '../contract/load-contracts.ts'
import { loadFixtures } from '../contract/load-fixtures.ts'
import { problemsOf } from '../documents/problem.ts'
import type { Problem, Report } from '../documents/problem.ts'
import { readContracts } from '../contract/read-contracts.ts'
import { collectTypes } from '../load-definitions.ts'
import { loadSeeding } from '../load-seeding.ts'
import { withDefaults } from '../options.ts'
import type { ResolvedOptions } from '../options.ts'
import { readScenarioFiles } from '../scenarios/scenario-file.ts'
import { RowFiles } from '../simulation/rows.ts'
import { compileSimulation } from '../simulation/api-simulation.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import { checkDocumentExamples } from '../validation/check-document-examples.ts'
import { checkExamples } from '../validation/check-examples.ts'
import { generateRows } from '../responses/generate-rows.ts'
import { checkSchemas } from '../schemas/check-schemas.ts'
import { listSchemaProblems } from '../schemas/list-schema-problems.ts'
import type { StandinOptions } from '../standin-options.ts'

/** The result of `standin check`. */
export interface CheckResult {
  /** How many documents were checked. */
  readonly documents: number
  readonly problems: readonly Problem[]
}

/**
 * Loads documents with their fixtures and scenarios, and returns all that is wrong with them. It serves
 * nothing.
 */
export async function check (options: StandinOptions): Promise<CheckResult> {
  const resolved = withDefaults(options)
  const found: Problem[] = []
  const reading = await attempt(found, () => readContracts(resolved.openapi, resolved))
  const contracts = reading?.contracts ?? []
  found.push(...reading?.problems ?? [])
  for (const contract of contracts) found.push(...contract.warnings, ...checkParts(contract))
  await attempt(found, () => rejectDuplicateNames(contracts))
  await attempt(found, () => rejectRouteClashes(contracts, resolved))
  await checkFiles(contracts, resolved, found)
  return { documents: reading?.documents ?? 0, problems: found }
}

/**
 * Checks the schemas and examples of a document. What is wrong with them is a warning: the document is served
 * all the same.
 */
function checkParts (contract: Contract): Problem[] {
  const warnings: Problem[] = []
  const report: Report = (pointer, message) => {
    warnings.push(contract.warningAt(pointer, message))
  }
  checkSchemas(contract, report)
  checkDocumentExamples(contract, report)
  // A schema that breaks the rules of JSON Schema may be unusable too: one report of it is enough.
  const reported = new Set([...contract.warnings, ...warnings].map(({ pointer }) => pointer))
  return [...warnings, ...listSchemaProblems(contract).filter(({ pointer }) => !reported.has(pointer))]
}

/** Checks the fixtures, the simulations and the scenarios of contracts. */
async function checkFiles (
  contracts: readonly Contract[],
  options: ResolvedOptions,
  found: Problem[]
): Promise<void> {
  const { allowPaths, fixtures } = options
  const loaded = await withFixtures(contracts, { allowPaths, fixtures }, found)
  // What needs the folder would be reported for that alone.
  if (fixtures !== undefined && !existsSync(fixtures)) return
  if (fixtures !== undefined) found.push(...await checkFixtureFolders(contracts, fixtures))
  for (const contract of loaded) found.push(...checkExamples(contract, { sources: ['fixture'] }))

  const rowFiles = new RowFiles(fixtures, generateRows)
  const simulations = new Map<string, ApiSimulation>()
  for (const contract of loaded) {
    const simulation = await attempt(found, () => compileSimulation(contract, { rowFiles }))
    if (simulation === undefined) continue
    simulations.set(contract.name, simulation)
    found.push(...simulation.warnings)
  }
  // The scenarios of an API whose simulation is broken would be reported for that alone.
  if (simulations.size < loaded.length) return
  const context = { contracts: loaded, simulations, types: collectTypes(simulations) }
  await attempt(found, () => loadSeeding({ ...context, rowFiles }, options))
  await attempt(found, async () => {
    checkScenarios(await readScenarioFiles(loaded.map(({ name }) => name), { allowPaths, fixtures }), context)
  })
}

async function withFixtures (
  contracts: readonly Contract[],
  { allowPaths, fixtures }: Pick<ResolvedOptions, 'allowPaths' | 'fixtures'>,
  found: Problem[]
): Promise<readonly Contract[]> {
  if (fixtures === undefined) return contracts
  return await attempt(found, () => loadFixtures(contracts, fixtures, allowPaths)) ?? contracts
}

/** Runs a step, and adds to what was found what it throws, so that the next steps run too. */
async function attempt<T> (found: Problem[], step: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await step()
  } catch (error) {
    found.push(...problemsOf(error))
    return undefined
  }
}
