import { InvalidOption } from '../errors.ts'
import type { Contract } from './contract.ts'
import { loadFixtures } from './load-fixtures.ts'
import { nearest } from '../documents/nearest.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import { readContracts } from './read-contracts.ts'
import type { ReadContractsOptions } from './read-contracts.ts'
import { routeKey } from './route-url.ts'

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
  rejectDuplicateNames(contracts)
  refuseUnknownMounts(contracts, options.mounts)
  rejectRouteClashes(contracts)
  const warnings = options.strict === true ? contracts.flatMap(contract => contract.warnings) : []
  if (warnings.length > 0) throw createInvalidDocument(warnings)
  return options.fixtures === undefined ? contracts : await loadFixtures(contracts, options.fixtures)
}

/** Two documents of one name could not be told apart in requests to the admin API. */
export function rejectDuplicateNames (contracts: readonly Contract[]): void {
  const problems = contracts.flatMap((contract, index) => {
    const other = contracts[index - 1]
    if (other?.name !== contract.name) return []
    return [{ file: contract.file, message: `is called "${contract.name}", as is ${other.file}: rename one of them` }]
  })
  if (problems.length > 0) throw createInvalidDocument(problems)
}

function refuseUnknownMounts (contracts: readonly Contract[], mounts: LoadContractsOptions['mounts'] = {}): void {
  const names = contracts.map(({ name }) => name)
  for (const name of Object.keys(mounts)) {
    if (names.includes(name)) continue
    const near = nearest(name, names)
    throw new InvalidOption('--mount', `name an API that is served (${near === undefined ? names.join(', ') : `did you mean "${near}"?`})`, JSON.stringify(name))
  }
}

/** A request could be for either of two documents that are served at one path. */
export function rejectRouteClashes (contracts: readonly Contract[]): void {
  const taken = new Map<string, Contract>()
  const problems = contracts.flatMap(contract => {
    const clash = contract.operations.find(({ method, path }) => taken.has(routeKey(method, contract.basePath + path)))
    const other = clash === undefined ? undefined : taken.get(routeKey(clash.method, contract.basePath + clash.path))
    for (const { method, path } of contract.operations) taken.set(routeKey(method, contract.basePath + path), contract)
    if (clash === undefined || other === undefined) return []
    const message = `${clash.method} ${contract.basePath}${clash.path} is served by ${other.file} as well: serve one of them elsewhere, as in --mount ${contract.name}=/${contract.name}`
    return [{ file: contract.file, pointer: clash.pointer, place: contract.locate(clash.pointer), message }]
  })
  if (problems.length > 0) throw createInvalidDocument(problems)
}
