/** A place in a file; both numbers start at 1. */
export interface SourcePosition {
  readonly line: number
  readonly column: number
  /** The file, where that is another one than the document's own. */
  readonly file?: string
}

/** A document as text has it: its value, or why it cannot be read. */
export type DocumentReading =
  | { readonly kind: 'value', readonly value: unknown }
  | { readonly kind: 'unreadable', readonly problems: ReadonlyArray<{ readonly place: SourcePosition, readonly message: string }> }
