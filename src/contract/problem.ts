import { InvalidDocument } from '../errors.ts'
import type { Place } from './contract.ts'

/** What is wrong in a file, and where. */
export interface Problem {
  /** As it is shown in messages: `openapi/mews.yaml`. */
  readonly file: string
  /** Absent where the file as a whole is meant. */
  readonly place?: Place
  /** What is wrong, what was expected, and what to do: `unknown method "pots", did you mean "post"?` */
  readonly message: string
}

/** Takes note of what is wrong at a JSON pointer of a document. */
export type Report = (pointer: string, message: string) => void

/** Writes a problem as compilers do: `openapi/mews.yaml:12:3 unknown method …`. */
export function formatProblem ({ file, place, message }: Problem): string {
  return place === undefined ? `${file} ${message}` : `${file}:${place.line}:${place.column} ${message}`
}

/** Makes one error of all problems, one a line, in the order of the files and of the places in them. */
export function createInvalidDocument (problems: readonly Problem[]): Error {
  // What several operations refer to is looked at for each of them.
  const lines = new Set(problems.toSorted(byPlace).map(formatProblem))
  return new InvalidDocument([...lines].join('\n'))
}

function byPlace (a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0)
}
