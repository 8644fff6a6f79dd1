/** A place in a file; line and column start at 1. */
export interface SourcePosition {
  readonly line: number
  readonly column: number
  /** The file, where it is not the document's own. */
  readonly file?: string
}

/** A mistake in a text, with its place. */
export interface ReadingProblem {
  readonly place: SourcePosition
  readonly message: string
}

/** The value of a text, or why it cannot be read. */
export type DocumentReading =
  | { readonly kind: 'value', readonly value: unknown }
  | { readonly kind: 'unreadable', readonly problems: readonly ReadingProblem[] }
