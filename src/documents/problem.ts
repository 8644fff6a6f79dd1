import { InvalidDocument } from '../errors.ts'
import type { SourcePosition } from './source-position.ts'

/** A mistake in a file. */
export interface Problem {
  /**
   * A document with warnings is served; what is invalid is omitted, or accepts anything.
   * @default 'error'
   */
  readonly severity?: 'error' | 'warning'
  /** The file as messages show it: `openapi/mews.yaml`. */
  readonly file: string
  /** The line and column; absent for the file as a whole. A getter may parse the file, which takes a while. */
  readonly place?: SourcePosition
  /** JSON pointer in the document; absent where it is unknown. */
  readonly pointer?: string
  /** The fault, the expectation and the advice: `unknown method "pots", did you mean "post"?`. */
  readonly message: string
}

/** Reports a mistake at a JSON pointer of a document. */
export type Report = (pointer: string, message: string) => void

/** Formats a problem as compilers do: `openapi/mews.yaml:12:3 unknown method …`. */
export function formatProblem ({ severity, file, place, message }: Problem): string {
  const text = severity === 'warning' ? `warning: ${message}` : message
  return place === undefined ? `${file} ${text}` : `${place.file ?? file}:${place.line}:${place.column} ${text}`
}

/** Lists the files in which problems are, each once. */
export function filesOf (problems: readonly Problem[]): string[] {
  return [...new Set(problems.map(({ file, place }) => place?.file ?? file))]
}

/** Creates one error of all problems, one a line, in the order of `sortProblems`. */
export function createInvalidDocument (problems: readonly Problem[]): Error {
  return Object.assign(new InvalidDocument(listLines(problems).join('\n')), { problems })
}

/** Formats problems, one a line and each once, in the order of `sortProblems`. */
export function listLines (problems: readonly Problem[]): string[] {
  // A part that several operations refer to is checked for each of them.
  return [...new Set(sortProblems(problems).map(formatProblem))]
}

/** Returns the problems of an `InvalidDocument`; throws any other error. */
export function problemsOf (error: unknown): readonly Problem[] {
  if (!(error instanceof InvalidDocument && 'problems' in error)) throw error
  // Only `createInvalidDocument` creates this error.
  return error.problems as readonly Problem[]
}

/** Sorts problems: errors before warnings, then by file and place. */
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
