import { checkDocument } from './check-document.ts'
import type { Contract } from './contract.ts'
import { listOperations } from './list-operations.ts'
import { createInvalidDocument } from './problem.ts'
import type { Problem } from './problem.ts'
import { createLocator, readDocument } from './read-document.ts'

export interface ContractOrigin {
  /** The file it comes from, as it is shown in messages. */
  readonly file: string
  /** What the contract is called: `mews`. */
  readonly name: string
}

/** Reads an OpenAPI document, YAML or JSON. Throws one error that lists all that is wrong with it. */
export function parseContract (text: string, { file, name }: ContractOrigin): Contract {
  const reading = readDocument(text)
  if (reading.kind === 'unreadable') throw createInvalidDocument(reading.problems.map(problem => ({ file, ...problem })))

  const locate = createLocator(text)
  const problems: Problem[] = []
  const isDocument = checkDocument(reading.value, (pointer, message) => problems.push({ file, place: locate(pointer), message }))
  if (!isDocument || problems.length > 0) throw createInvalidDocument(problems)

  const source = { name, file, document: reading.value, locate }
  return { ...source, operations: listOperations(source) }
}
