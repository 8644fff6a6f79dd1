import type { SourcePosition } from '../documents/source-position.ts'
import { ApiError, messageOf } from './api.ts'

/** A mistake in what was to be sent. */
export interface Mistake {
  /** Where it is: a JSON pointer; empty for the whole. */
  readonly pointer: string
  readonly text: string
  /** Where that is in the text, where there is one. */
  readonly position?: SourcePosition
}

interface Violation {
  readonly pointer: string
  readonly message: string
}

/** Lists the mistakes that an error of the admin API tells of, or of the parser of JSON. */
export function mistakesOf (error: unknown): Mistake[] {
  if (error instanceof SyntaxError) return [{ pointer: '', text: `This is not JSON: ${error.message}` }]
  if (!(error instanceof ApiError)) return [{ pointer: '', text: messageOf(error) }]
  const violations = (error.problem.violations ?? []) as Violation[]  // as the document of the admin API says
  if (violations.length === 0) return [{ pointer: '', text: error.message }]
  return violations.map(({ message, pointer }) => {
    const text = message.startsWith(`${pointer}: `) ? message.slice(pointer.length + 2) : message
    return { pointer, text }
  })
}
