import type { Contract } from './contract.ts'
import { loadFixtures } from './load-fixtures.ts'
import { createInvalidDocument } from './problem.ts'
import { readContracts } from './read-contracts.ts'
import type { ReadContractsOptions } from './read-contracts.ts'

export interface LoadContractsOptions extends ReadContractsOptions {
  /**
   * The directory of canned bodies: `fixtures/<api>/<operationId>.<status>[.<name>].json`.
   * @default none
   */
  readonly fixtures?: string | undefined
  /**
   * Whether documents are refused for what they could be served in spite of.
   * @default false
   */
  readonly strict?: boolean
}

/** Loads OpenAPI documents, all of a directory or those listed, with their fixtures; sorted by name. Throws one error that lists all that is wrong with them. */
export async function loadContracts (from: string | readonly string[], options: LoadContractsOptions = {}): Promise<readonly Contract[]> {
  const { contracts, problems } = await readContracts(from, options)
  if (problems.length > 0) throw createInvalidDocument(problems)
  refuseNamesakes(contracts)
  const warnings = options.strict === true ? contracts.flatMap(contract => contract.warnings) : []
  if (warnings.length > 0) throw createInvalidDocument(warnings)
  return options.fixtures === undefined ? contracts : await loadFixtures(contracts, options.fixtures)
}

/** Two documents of one name could not be told apart in requests to the admin API. */
export function refuseNamesakes (contracts: readonly Contract[]): void {
  const problems = contracts.flatMap((contract, index) => {
    const other = contracts[index - 1]
    if (other?.name !== contract.name) return []
    return [{ file: contract.file, message: `is called "${contract.name}", as is ${other.file}: rename one of them` }]
  })
  if (problems.length > 0) throw createInvalidDocument(problems)
}
