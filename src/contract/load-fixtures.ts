import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Contract, Example, Operation, ResponseDefinition } from './contract.ts'
import { didYouMean } from './did-you-mean.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { isJson } from './is-json.ts'
import { readJson } from '../documents/read-document.ts'
import { ReadableFolders } from '../documents/readable-folders.ts'
import { shownPath } from '../documents/shown-path.ts'
import { whyUnread } from '../documents/why-unread.ts'

/**
 * Loads `<directory>/<api>/<operationId>.<status>[.<name>].json`, and puts each before the examples of its response.
 * Rejects with one `InvalidDocument` that lists all fixtures that belong to no response.
 */
export async function loadFixtures (
  contracts: readonly Contract[], directory: string, allowPaths: readonly string[] = []
): Promise<Contract[]> {
  const problems: Problem[] = []
  const files = new ReadableFolders({ folders: [directory, ...allowPaths], what: 'the folder of the fixtures' })
  const folders = await listNames(directory, problems)
  const loaded = await Promise.all(contracts.map(async contract => {
    if (!folders.includes(contract.name)) return contract
    return attachFixtures(contract, await readFixtures(contract, join(directory, contract.name), { files, problems }))
  }))
  if (problems.length > 0) throw createInvalidDocument(problems)
  return loaded
}

async function listNames (directory: string, problems: Problem[]): Promise<string[]> {
  try {
    return (await readdir(directory)).toSorted()
  } catch (error) {
    problems.push({ file: shownPath(directory), message: await whyUnread(directory, error) })
    return []
  }
}

/** A canned body, and the response that it belongs to. */
interface Fixture {
  readonly response: ResponseDefinition
  readonly example: Example
}

interface FixtureReading {
  readonly files: ReadableFolders
  /** Receives what is wrong. */
  readonly problems: Problem[]
}

async function readFixtures (contract: Contract, directory: string, reading: FixtureReading): Promise<Fixture[]> {
  const names = (await listNames(directory, reading.problems)).filter(name => name.endsWith('.json'))
  const fixtures = await Promise.all(names.map(name => readFixture(contract, join(directory, name), reading)))
  return fixtures.filter(fixture => fixture !== undefined)
}

async function readFixture (
  contract: Contract, path: string, { files, problems }: FixtureReading
): Promise<Fixture | undefined> {
  const file = shownPath(path)
  const target = findTarget(contract, basename(path, '.json'), message => {
    problems.push({ file, message })
  })
  if (target === undefined) return undefined
  const content = await files.read(path)
  if (content.kind === 'unread') {
    problems.push({ file, message: content.why })
    return undefined
  }
  const reading = readJson(content.bytes.toString('utf8'))
  if (reading.kind === 'value') {
    const { name, response } = target
    return { response, example: { name, value: reading.value, source: 'fixture', where: file } }
  }
  problems.push(...reading.problems.map(problem => ({ file, ...problem })))
  return undefined
}

type ReportFile = (message: string) => void

interface FixtureTarget {
  readonly response: ResponseDefinition
  readonly name: string
}

/** Finds the response that a fixture's file name addresses: `addExport.200.pending`. */
function findTarget (contract: Contract, fileName: string, report: ReportFile): FixtureTarget | undefined {
  const { name: api, operations } = contract
  // Operation ids may have dots themselves.
  const operation = operations.find(({ name }) => fileName.startsWith(`${name}.`))
  if (operation === undefined) {
    const [word = ''] = fileName.split('.')
    const hint = didYouMean(word, operations.map(({ name }) => name))
    report(`belongs to no operation of ${api}: expected <operationId>.<status>[.<name>].json${hint}`)
    return undefined
  }
  const [status = '', ...name] = fileName.slice(operation.name.length + 1).split('.')
  const response = findJsonResponse(operation, status, report)
  return response && { response, name: name.join('.') || 'default' }
}

function findJsonResponse (operation: Operation, status: string, report: ReportFile): ResponseDefinition | undefined {
  const { id, responses } = operation
  const response = responses.find(candidate => candidate.status === status)
  if (response === undefined) {
    report(`${id} has no response "${status}"${didYouMean(status, responses.map(candidate => candidate.status))}`)
    return undefined
  }
  if (response.content.some(({ name }) => isJson(name))) return response
  report(`the response ${status} of ${id} has no JSON body`)
  return undefined
}

function attachFixtures (contract: Contract, fixtures: readonly Fixture[]): Contract {
  if (fixtures.length === 0) return contract
  const operations = contract.operations.map(operation => ({
    ...operation,
    responses: operation.responses.map(response => withFixtures(response, fixtures))
  }))
  return { ...contract, operations }
}

function withFixtures (response: ResponseDefinition, fixtures: readonly Fixture[]): ResponseDefinition {
  const examples = fixtures.filter(fixture => fixture.response === response).map(({ example }) => example)
  if (examples.length === 0) return response
  const content = response.content.map(mediaType => {
    return isJson(mediaType.name) ? { ...mediaType, examples: [...examples, ...mediaType.examples] } : mediaType
  })
  return { ...response, content }
}
