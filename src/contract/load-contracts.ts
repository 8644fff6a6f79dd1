import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { InvalidDocument } from '../errors.ts'
import type { Contract } from './contract.ts'
import { loadFixtures } from './load-fixtures.ts'
import { readContract } from './read-contract.ts'
import { createInvalidDocument } from './problem.ts'
import { describeFailure, shownPath } from './shown-path.ts'

export interface LoadContractsOptions {
  /**
   * The directory of canned bodies: `fixtures/<api>/<operationId>.<status>[.<name>].json`.
   * @default none
   */
  readonly fixtures?: string | undefined
  /** Told of every file and folder that documents are read from, or looked for in vain: for whoever watches them. */
  readonly onRead?: OnRead | undefined
}

/** Told of a file or a folder that is about to be read. */
export type OnRead = (path: string) => void

const ENDINGS = ['.yaml', '.yml', '.json']

/** Loads OpenAPI documents, all of a directory or those listed, with their fixtures; sorted by name. Throws one error that lists all that is wrong with them. */
export async function loadContracts (from: string | readonly string[], { fixtures, onRead = () => {} }: LoadContractsOptions = {}): Promise<Contract[]> {
  if (typeof from === 'string') onRead(from)
  const files = typeof from === 'string' ? await listDocuments(from) : from
  for (const file of files) onRead(file)
  const attempts = await Promise.all(files.map(loadContract))
  const failures = attempts.filter(attempt => attempt.kind === 'failed')
  if (failures.length > 0) throw new InvalidDocument(failures.map(({ message }) => message).join('\n'))
  const contracts = attempts.flatMap(attempt => attempt.kind === 'loaded' ? attempt.contract : [])
  const sorted = contracts.toSorted((a, b) => a.name < b.name ? -1 : 1)
  refuseNamesakes(sorted)
  return fixtures === undefined ? sorted : await loadFixtures(sorted, fixtures)
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

type Attempt =
  | { readonly kind: 'loaded', readonly contract: Contract }
  | { readonly kind: 'failed', readonly message: string }

async function loadContract (path: string): Promise<Attempt> {
  const file = shownPath(path)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    return { kind: 'failed', message: `${file} cannot be read: ${describeFailure(error)}` }
  }
  try {
    return { kind: 'loaded', contract: await readContract(text, { file, name: basename(path, extname(path)) }) }
  } catch (error) {
    if (error instanceof InvalidDocument) return { kind: 'failed', message: error.message }
    throw error
  }
}

function refuseNamesakes (contracts: readonly Contract[]): void {
  const problems = contracts.flatMap((contract, index) => {
    const other = contracts[index - 1]
    if (other?.name !== contract.name) return []
    return [{ file: contract.file, message: `is called "${contract.name}", as is ${other.file}: rename one of them` }]
  })
  if (problems.length > 0) throw createInvalidDocument(problems)
}
