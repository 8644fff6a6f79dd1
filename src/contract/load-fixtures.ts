import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contract, Example, MediaType, Operation, ResponseDefinition } from './contract.ts'
import { nearest } from '../documents/nearest.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { readJson } from '../documents/read-document.ts'
import { describeFailure, shownPath } from '../documents/shown-path.ts'

/** Loads `<directory>/<api>/<operationId>.<status>[.<name>].json` and puts each before the examples of its response. Throws one error that lists all that fit nowhere. */
export async function loadFixtures (contracts: readonly Contract[], directory: string): Promise<Contract[]> {
  const problems: Problem[] = []
  const folders = await listNames(directory, problems)
  const loaded = await Promise.all(contracts.map(async contract => {
    if (!folders.includes(contract.name)) return contract
    return attachFixtures(contract, await readFixtures(contract, join(directory, contract.name), problems))
  }))
  if (problems.length > 0) throw createInvalidDocument(problems)
  return loaded
}

async function listNames (directory: string, problems: Problem[]): Promise<string[]> {
  try {
    return (await readdir(directory)).toSorted()
  } catch (error) {
    problems.push({ file: shownPath(directory), message: `cannot be read: ${describeFailure(error)}` })
    return []
  }
}

/** A canned body and the response that it is of. */
interface Fixture {
  readonly response: ResponseDefinition
  readonly example: Example
}

async function readFixtures (contract: Contract, directory: string, problems: Problem[]): Promise<Fixture[]> {
  const names = (await listNames(directory, problems)).filter(name => name.endsWith('.json'))
  const fixtures = await Promise.all(names.map(async name => {
    const file = shownPath(join(directory, name))
    const report = (message: string): undefined => {
      problems.push({ file, message })
    }
    const target = findTarget(contract, name, report)
    if (target === undefined) return undefined
    const reading = readJson(await readFile(join(directory, name), 'utf8'))
    if (reading.kind === 'value') return { response: target.response, example: { name: target.name, value: reading.value, source: 'fixture', where: file } as const }
    problems.push(...reading.problems.map(problem => ({ file, ...problem })))
    return undefined
  }))
  return fixtures.filter(fixture => fixture !== undefined)
}

type ReportFile = (message: string) => undefined

/** What a fixture's file name says: `addExport.200.pending.json`. */
function findTarget ({ name: api, operations }: Contract, fileName: string, report: ReportFile): { response: ResponseDefinition, name: string } | undefined {
  const parts = fileName.slice(0, -'.json'.length).split('.')
  // Operation ids may hold dots themselves.
  const operation = operations.find(({ name }) => parts.slice(0, name.split('.').length).join('.') === name && parts.length > name.split('.').length)
  if (operation === undefined) {
    const [word = ''] = parts
    return report(`belongs to no operation of ${api}: expected <operationId>.<status>[.<name>].json${hint(word, operations.map(({ name }) => name))}`)
  }
  const [status = '', ...name] = parts.slice(operation.name.split('.').length)
  const response = findJsonResponse(operation, status, report)
  return response && { response, name: name.join('.') || 'default' }
}

function findJsonResponse ({ id, responses }: Operation, status: string, report: ReportFile): ResponseDefinition | undefined {
  const response = responses.find(candidate => candidate.status === status)
  if (response === undefined) return report(`${id} has no response "${status}"${hint(status, responses.map(candidate => candidate.status))}`)
  if (!response.content.some(isJson)) return report(`the response ${status} of ${id} has no JSON body`)
  return response
}

function isJson ({ name }: MediaType): boolean {
  return name === 'application/json' || name.endsWith('+json')
}

function hint (word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === undefined ? ` (known: ${known.join(', ')})` : `, did you mean "${near}"?`
}

function attachFixtures (contract: Contract, fixtures: readonly Fixture[]): Contract {
  if (fixtures.length === 0) return contract
  return {
    ...contract,
    operations: contract.operations.map(operation => ({
      ...operation,
      responses: operation.responses.map(response => {
        const examples = fixtures.filter(fixture => fixture.response === response).map(({ example }) => example)
        return examples.length === 0 ? response : withExamples(response, examples)
      })
    }))
  }
}

function withExamples (response: ResponseDefinition, examples: readonly Example[]): ResponseDefinition {
  return { ...response, content: response.content.map(mediaType => isJson(mediaType) ? { ...mediaType, examples: [...examples, ...mediaType.examples] } : mediaType) }
}
