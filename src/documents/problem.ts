import { InvalidDocument } from '../errors.ts'
import type { SourcePosition } from './source-position.ts'

/** What is wrong in a file, and where. */
export interface Problem {
  /**
   * A warning is served in spite of it: what is faulty is left out, or may be anything.
   * @default 'error'
   */
  readonly severity?: 'error' | 'warning'
  /** As it is shown in messages: `openapi/mews.yaml`. */
  readonly file: string
  /** Absent where the file as a whole is meant. May be found only when it is asked for, which takes a while in a large file. */
  readonly place?: SourcePosition
  /** JSON pointer in the document, where that is known. */
  readonly pointer?: string
  /** What is wrong, what was expected, and what to do: `unknown method "pots", did you mean "post"?` */
  readonly message: string
}

/** Takes note of what is wrong at a JSON pointer of a document. */
export type Report = (pointer: string, message: string) => void

/** Writes a problem as compilers do: `openapi/mews.yaml:12:3 unknown method …`. */
export function formatProblem ({ severity, file, place, message }: Problem): string {
  const text = severity === 'warning' ? `warning: ${message}` : message
  return place === undefined ? `${file} ${text}` : `${place.file ?? file}:${place.line}:${place.column} ${text}`
}

/** Makes one error of all problems, one a line: the errors first, in the order of the files and of the places in them. */
export function createInvalidDocument (problems: readonly Problem[]): Error {
  return Object.assign(new InvalidDocument(listLines(problems).join('\n')), { problems })
}

/** Writes problems, one a line and each once, the worst first. */
export function listLines (problems: readonly Problem[]): string[] {
  // What several operations refer to is looked at for each of them.
  return [...new Set(sortProblems(problems).map(formatProblem))]
}

/** The problems that an error tells; throws any other error. */
export function problemsOf (error: unknown): readonly Problem[] {
  if (error instanceof InvalidDocument && 'problems' in error) return error.problems as readonly Problem[]  // only `createInvalidDocument` makes it
  throw error
}

/** Orders problems: the worst first, then in the order of the files and of the places in them. */
export function sortProblems (problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => rank(a) - rank(b) || byPlace(a, b))
}

function rank ({ severity }: Problem): number {
  return severity === 'warning' ? 1 : 0
}

function byPlace (a: Problem, b: Problem): number {
  const files = [a.place?.file ?? a.file, b.place?.file ?? b.file] as const
  if (files[0] !== files[1]) return files[0] < files[1] ? -1 : 1
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0)
}
