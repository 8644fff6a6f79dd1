import { readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { createInvalidDocument } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { createLocator, readDocument } from '../documents/read-document.ts'
import { ReadableFolders } from '../documents/readable-folders.ts'
import { describeFailure, shownPath } from '../documents/shown-path.ts'
import { SCENARIO_NAME } from './scenario-name.ts'
import type { SourcePosition } from '../documents/source-position.ts'

/** A scenario file that has been read and not validated. */
export interface ScenarioFile {
  /** `mews/failure` */
  readonly name: string
  /** Its path as messages show it. */
  readonly file: string
  readonly value: unknown
  /** Returns the position of a JSON pointer in the file. */
  locate(pointer: string): SourcePosition
}

/** The folders that scenarios are read from. */
interface ScenarioFolders {
  /** The folder of fixtures; without one, there are no scenarios. */
  readonly fixtures?: string | undefined
  /** The folders that symbolic links may lead to. */
  readonly allowPaths?: readonly string[]
}

const ENDINGS = ['.yaml', '.yml', '.json']

/**
 * Reads `<directory>/<api>/scenarios/<name>.yaml` of each API, sorted by name. Rejects with one error
 * that lists all files that cannot be read.
 */
export async function readScenarioFiles (
  apis: readonly string[],
  { allowPaths, fixtures: directory }: ScenarioFolders
): Promise<ScenarioFile[]> {
  if (directory === undefined) return []
  const problems: Problem[] = []
  const readable = new ReadableFolders({
    folders: [directory, ...allowPaths ?? []],
    what: 'the folder of the fixtures'
  })
  const readFolder = async (api: string): Promise<Array<ScenarioFile | undefined>> => {
    const folder = join(directory, api, 'scenarios')
    const names = (await listNames(folder)).filter(isScenarioName)
    return await Promise.all(names.map(name => readScenarioFile(api, join(folder, name), { problems, readable })))
  }
  const files = await Promise.all(apis.map(readFolder))
  const read = files
    .flat()
    .filter(file => file !== undefined)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const namesakes = read.filter(({ name }, index) => read[index - 1]?.name === name)
  for (const { file, name } of namesakes) {
    const message = `has the same scenario name as another file, "${name}": rename one of them`
    problems.push({ file, message })
  }
  if (problems.length > 0) throw createInvalidDocument(problems)
  return read
}

function isScenarioName (name: string): boolean {
  return ENDINGS.includes(extname(name).toLowerCase())
}

/** Lists the names in a folder; none if the folder does not exist. */
async function listNames (folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw createInvalidDocument([
      { file: shownPath(folder), message: `cannot be read: ${describeFailure(error)}` }
    ])
  }
}

async function readScenarioFile (
  api: string,
  path: string,
  { problems, readable }: { readonly problems: Problem[], readonly readable: ReadableFolders }
): Promise<ScenarioFile | undefined> {
  const file = shownPath(path)
  const name = `${api}/${basename(path, extname(path))}`
  const report = (message: string): undefined => {
    problems.push({ file, message })
  }
  if (!new RegExp(SCENARIO_NAME).test(name)) {
    return report(
      `gives a scenario the name "${name}": use letters, digits, dots, dashes and underscores`
    )
  }
  const content = await readable.read(path)
  if (content.kind === 'unread') return report(content.why)
  const text = content.bytes.toString('utf8')
  const reading = readDocument(text, file)
  if (reading.kind === 'value') {
    return { name, file, value: reading.value, locate: createLocator(text) }
  }
  problems.push(...reading.problems.map(problem => ({ file, ...problem })))
  return undefined
}
