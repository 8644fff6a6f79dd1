import { parseJsonPointer } from '../documents/json-pointer.ts'

/** The parts of a runtime expression: `$request.body#/Export/Id` has the head `request`. */
export interface ExpressionParts {
  readonly head: string
  /** What follows the head after dots: `body`. */
  readonly names: readonly string[]
  /** What follows `#`, as it is written; `undefined` where there is none. */
  readonly fragment: string | undefined
  /** The names that the fragment has as a JSON pointer; `undefined` where it is none. */
  readonly members: readonly string[] | undefined
}

const EXPRESSION = /^\$([A-Za-z]+)((?:\.[^.#{}\s]+)*)(#.*)?$/s

/** Splits a runtime expression into its parts; returns `undefined` for a text that is none. */
export function splitExpression (text: string): ExpressionParts | undefined {
  const match = EXPRESSION.exec(text)
  if (match === null) return undefined
  const [, head = '', dotted = '', fragment] = match
  const members = fragment === undefined ? [] : parseJsonPointer(fragment.slice(1))
  return { head, names: dotted.split('.').slice(1), fragment, members }
}
