import { readFile } from 'node:fs/promises'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import { createLocator, readDocument } from '../documents/read-document.ts'
import { describeFailure, shownPath } from '../documents/shown-path.ts'
import type { IgnoreReasons } from './ignores.ts'

/**
 * Reads why no test has to touch some cells: reasons by patterns of ids, given as an object or as the path of a YAML or
 * JSON file. Rejects with `InvalidDocument`, which has every mistake and its place.
 */
export async function readIgnores (given: string | IgnoreReasons | undefined): Promise<IgnoreReasons> {
  if (typeof given !== 'string') return given ?? {}
  const file = shownPath(given)
  const text = await readFile(given, 'utf8').catch((error: unknown) => {
    throw createInvalidDocument([{ file, message: `cannot be read: ${describeFailure(error)}` }])
  })
  const reading = readDocument(text, file)
  if (reading.kind !== 'value') throw createInvalidDocument(reading.problems.map(problem => ({ file, ...problem })))
  const { value = null } = reading
  if (value === null) return {}
  if (!isObject(value)) {
    throw createInvalidDocument([{ file, message: 'must be an object with a reason for each pattern of ids' }])
  }
  const locate = createLocator(text)
  const reasons: Record<string, string> = {}
  const problems = []
  for (const [pattern, reason] of Object.entries(value)) {
    if (typeof reason === 'string' && reason.trim() !== '') reasons[pattern] = reason
    else {
      const message = `must give the reason, as text: "${pattern}: why no test has to touch it"`
      problems.push({ file, place: locate(`/${escapePointer(pattern)}`), message })
    }
  }
  if (problems.length > 0) throw createInvalidDocument(problems)
  return reasons
}
