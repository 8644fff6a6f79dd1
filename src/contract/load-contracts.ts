import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Contract } from './contract.ts'
import { loadFixtures } from './load-fixtures.ts'
import { readContract } from './read-contract.ts'
import { createInvalidDocument, problemsOf } from './problem.ts'
import type { Problem } from './problem.ts'
import { describeFailure, shownPath } from './shown-path.ts'

export interface LoadContractsOptions {
  /**
   * The directory of canned bodies: `fixtures/<api>/<operationId>.<status>[.<name>].json`.
   * @default none
   */
  readonly fixtures?: string | undefined
  /** Told of every file and folder that documents are read from, or looked for in vain: for whoever watches them. */
  readonly onRead?: OnRead | undefined
  /**
   * Whether documents are refused for what they could be served in spite of.
   * @default false
   */
  readonly strict?: boolean
}

/** Told of a file or a folder that is about to be read. */
export type OnRead = (path: string) => void

const ENDINGS = ['.yaml', '.yml', '.json']

/** Loads OpenAPI documents, all of a directory or those listed, with their fixtures; sorted by name. Throws one error that lists all that is wrong with them. */
export async function loadContracts (from: string | readonly string[], options: LoadContractsOptions = {}): Promise<readonly Contract[]> {
  const { contracts, problems } = await readContracts(from, options)
  if (problems.length > 0) throw createInvalidDocument(problems)
  refuseNamesakes(contracts)
  const warnings = options.strict === true ? contracts.flatMap(contract => contract.warnings) : []
  if (warnings.length > 0) throw createInvalidDocument(warnings)
  return options.fixtures === undefined ? contracts : await loadFixtures(contracts, options.fixtures)
}

/** Reads OpenAPI documents, all of a directory or those listed, sorted by name; and what is wrong with those that cannot be served. */
export async function readContracts (from: string | readonly string[], { onRead = () => {} }: Pick<LoadContractsOptions, 'onRead'> = {}): Promise<ReadContracts> {
  const problems: Problem[] = []
  if (typeof from === 'string') onRead(from)
  const files = typeof from === 'string' ? await listDocuments(from) : from
  const contracts = await Promise.all(files.map(async file => {
    onRead(file)
    try {
      return await loadContract(file)
    } catch (error) {
      problems.push(...problemsOf(error))
      return undefined
    }
  }))
  return { documents: files.length, problems, contracts: contracts.filter(contract => contract !== undefined).toSorted((a, b) => a.name < b.name ? -1 : 1) }
}

export interface ReadContracts {
  /** How many documents there were. */
  readonly documents: number
  /** Those that can be served. */
  readonly contracts: readonly Contract[]
  readonly problems: readonly Problem[]
}

/** A directory's documents; or the one file that it is. */
async function listDocuments (path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter(name => ENDINGS.includes(extname(name).toLowerCase()))
    if (names.length > 0) return names.map(name => join(path, name))
  } catch (error) {
    throw createInvalidDocument([{ file: shownPath(path), message: `cannot be read: ${describeFailure(error)}` }])
  }
  throw createInvalidDocument([{ file: shownPath(path), message: `has no OpenAPI document: expected files that end in ${ENDINGS.join(', ')}` }])
}

async function loadContract (path: string): Promise<Contract> {
  const file = shownPath(path)
  return await readContract(await readSource(path, file), { file, name: basename(path, extname(path)) })
}

async function readSource (path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw createInvalidDocument([{ file, message: `cannot be read: ${describeFailure(error)}` }])
  }
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
