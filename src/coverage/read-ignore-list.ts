import { readFile } from 'node:fs/promises'
import { createInvalidDocument } from '../documents/problem.ts'
import { readDocument } from '../documents/read-document.ts'
import { describeFailure, shownPath } from '../documents/shown-path.ts'
import { parseIgnoreList } from '../reports/ignore-list.ts'
import type { Ignore } from '../reports/ignore-list.ts'

/**
 * Reads what no test has to touch: reasons by the names of cells, given as an object or as the path of a YAML or JSON
 * file. Rejects with `InvalidDocument` for a file that cannot be read, and with `InvalidReport` for another content.
 */
export async function readIgnoreList (given: string | Readonly<Record<string, string>>): Promise<Ignore[]> {
  if (typeof given !== 'string') return parseIgnoreList(given, 'The option coverageIgnore')
  const file = shownPath(given)
  const text = await readFile(given, 'utf8').catch((error: unknown) => {
    throw createInvalidDocument([{ file, message: `cannot be read: ${describeFailure(error)}` }])
  })
  const reading = readDocument(text, file)
  if (reading.kind === 'value') return parseIgnoreList(reading.value ?? {}, file)
  throw createInvalidDocument(reading.problems.map(problem => ({ file, ...problem })))
}
