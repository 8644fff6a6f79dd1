import type { Contract } from '../contract/contract.ts'
import { createInvalidDocument, problemsOf } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { absolutePath, shownPath } from '../documents/shown-path.ts'
import { compileJourney } from './compile-journey.ts'
import type { Journey } from './journey.ts'
import { kindOf, sourcePath } from './journey-sources.ts'
import type { LoadedSource } from './journey-sources.ts'
import { loadJsonPaths } from './json-paths.ts'
import type { JsonPaths } from './json-paths.ts'
import { readJourney } from './read-journey.ts'
import type { JourneyFile } from './read-journey.ts'

/** A journey file with the other journeys that it refers to, read and not compiled. */
export interface JourneyTree {
  readonly file: JourneyFile
  /** By the names of the sources. */
  readonly others: ReadonlyMap<string, JourneyTree>
}

/** Reads journeys with those that they refer to. Rejects with one `InvalidDocument` that has every mistake. */
export async function readJourneys (paths: readonly string[], allowRemoteRefs = false): Promise<JourneyTree[]> {
  const problems: Problem[] = []
  const trees: JourneyTree[] = []
  for (const path of paths) {
    try {
      trees.push(await readTree(path, [], allowRemoteRefs))
    } catch (error) {
      problems.push(...problemsOf(error))
    }
  }
  if (problems.length > 0) throw createInvalidDocument(problems)
  return trees
}

async function readTree (path: string, above: readonly string[], allowRemoteRefs: boolean): Promise<JourneyTree> {
  const file = await readJourney(path, allowRemoteRefs)
  const others = new Map<string, JourneyTree>()
  for (const [index, source] of file.document.sourceDescriptions.entries()) {
    if (kindOf(source) !== 'arazzo') continue
    const other = sourcePath(file, source)
    if ([...above, absolutePath(path)].includes(absolutePath(other))) {
      const pointer = `/sourceDescriptions/${index}`
      const message = `refers to a journey that refers to this one: ${shownPath(other)}`
      throw createInvalidDocument([{ file: file.file, place: file.locate(pointer), pointer, message }])
    }
    others.set(source.name, await readTree(other, [...above, absolutePath(path)], allowRemoteRefs))
  }
  return { file, others }
}

/** Lists the paths of the OpenAPI documents that a journey and those that it refers to need, each once. */
export function listContractPaths ({ file, others }: JourneyTree): string[] {
  const own = file.document.sourceDescriptions
    .filter(source => kindOf(source) === 'openapi')
    .map(source => absolutePath(sourcePath(file, source)))
  return [...new Set([...own, ...[...others.values()].flatMap(listContractPaths)])]
}

/** Compiles journeys. `contractAt` finds the contract of a path. Rejects with `InvalidDocument`. */
export async function compileJourneys (
  trees: readonly JourneyTree[],
  contractAt: (path: string) => Contract | undefined
): Promise<Journey[]> {
  const paths = await loadJsonPaths()
  const problems: Problem[] = []
  const journeys: Journey[] = []
  for (const tree of trees) {
    try {
      journeys.push(compileTree(tree, paths, contractAt))
    } catch (error) {
      problems.push(...problemsOf(error))
    }
  }
  if (problems.length > 0) throw createInvalidDocument(problems)
  return journeys
}

function compileTree (
  { file, others }: JourneyTree,
  paths: JsonPaths,
  contractAt: (path: string) => Contract | undefined
): Journey {
  const sources = new Map<string, LoadedSource>()
  for (const [name, tree] of others) {
    sources.set(name, { kind: 'arazzo', journey: compileTree(tree, paths, contractAt) })
  }
  for (const [index, source] of file.document.sourceDescriptions.entries()) {
    if (kindOf(source) !== 'openapi') continue
    const path = sourcePath(file, source)
    const contract = contractAt(absolutePath(path))
    if (contract === undefined) {
      const pointer = `/sourceDescriptions/${index}/url`
      const message = `the document ${shownPath(path)} is not served`
      throw createInvalidDocument([{ file: file.file, place: file.locate(pointer), pointer, message }])
    }
    sources.set(source.name, { kind: 'openapi', contract })
  }
  return compileJourney(file, sources, paths)
}
