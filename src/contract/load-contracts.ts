import { InvalidOption } from '../errors.ts'
import type { Contract, Operation } from './contract.ts'
import { loadFixtures } from './load-fixtures.ts'
import { nearest } from '../documents/nearest.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { EXACT_PATHS } from './path-matching.ts'
import type { PathMatching } from './path-matching.ts'
import { readContracts } from './read-contracts.ts'
import type { ReadContractsOptions } from './read-contracts.ts'
import { routeKey } from './route-url.ts'

export interface LoadContractsOptions extends ReadContractsOptions, PathMatching {
  /**
   * The directory of canned bodies: `fixtures/<api>/<operationId>.<status>[.<name>].json`.
   * @default none
   */
  readonly fixtures?: string | undefined
  /**
   * Whether warnings are errors.
   * @default false
   */
  readonly strict?: boolean
}

/**
 * Loads OpenAPI documents, all of a directory or those listed, with their fixtures. Returns them sorted by name.
 * Rejects with one `InvalidDocument` that lists all their mistakes.
 */
export async function loadContracts (
  from: string | readonly string[], options: LoadContractsOptions = {}
): Promise<readonly Contract[]> {
  const { contracts, problems } = await readContracts(from, options)
  if (problems.length > 0) throw createInvalidDocument(problems)
  rejectDuplicateNames(contracts)
  rejectUnknownMounts(contracts, options.mounts)
  rejectRouteClashes(contracts, options)
  const warnings = options.strict === true ? contracts.flatMap(contract => contract.warnings) : []
  if (warnings.length > 0) throw createInvalidDocument(warnings)
  if (options.fixtures === undefined) return contracts
  return await loadFixtures(contracts, options.fixtures, options.allowPaths)
}

/** Rejects documents of one name, which the admin API could not tell apart. Expects them sorted by name. */
export function rejectDuplicateNames (contracts: readonly Contract[]): void {
  const problems: Problem[] = []
  for (const [index, { name, file }] of contracts.entries()) {
    const other = contracts[index - 1]
    if (other?.name !== name) continue
    problems.push({ file, message: `is called "${name}", as is ${other.file}: rename one of them` })
  }
  if (problems.length > 0) throw createInvalidDocument(problems)
}

function rejectUnknownMounts (contracts: readonly Contract[], mounts: LoadContractsOptions['mounts'] = {}): void {
  const names = contracts.map(({ name }) => name)
  for (const name of Object.keys(mounts)) {
    if (names.includes(name)) continue
    const near = nearest(name, names)
    const hint = near === undefined ? names.join(', ') : `did you mean "${near}"?`
    throw new InvalidOption('--mount', `name an API that is served (${hint})`, JSON.stringify(name))
  }
}

/** Rejects documents with a method and path in common, as a request could be for either of them. */
export function rejectRouteClashes (contracts: readonly Contract[], matching = EXACT_PATHS): void {
  const keyOf = ({ basePath, method, path }: Operation): string => routeKey(method, basePath + path, matching)
  const problems: Problem[] = []
  const taken = new Map<string, Contract>()
  for (const contract of contracts) {
    const clash = contract.operations.find(operation => taken.has(keyOf(operation)))
    const other = clash === undefined ? undefined : taken.get(keyOf(clash))
    if (clash !== undefined && other !== undefined) problems.push(routeClash(contract, clash, other))
    for (const operation of contract.operations) taken.set(keyOf(operation), contract)
  }
  if (problems.length > 0) throw createInvalidDocument(problems)
}

function routeClash ({ name, file, locate }: Contract, clash: Operation, other: Contract): Problem {
  const route = `${clash.method} ${clash.basePath}${clash.path}`
  const advice = `serve one of them elsewhere, as in --mount ${name}=/${name}`
  const message = `${route} is served by ${other.file} as well: ${advice}`
  return { file, pointer: clash.pointer, place: locate(clash.pointer), message }
}
