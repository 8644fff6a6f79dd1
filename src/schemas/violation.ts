/** A place where a message breaks its contract, with what was expected and what came. */
export interface Violation {
  /** The part of the message: `body`, `query`, `path`, `header`, `cookie`, `status`. */
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body' | 'status'
  /** JSON pointer within that part: `/ExportIds/3`; empty for the part as a whole. */
  readonly pointer: string
  /**
   * The rule that was broken: a JSON Schema keyword, or `malformed`, `precision`, `style`,
   * `mediaType`, `discriminator`, `xml`, `body`, `status`, `unknown`, `unsendable`, `security`; `more` stands for the
   * violations that are not listed.
   */
  readonly rule: string
  /** The expectation, to be read after "must": `be a uuid`. */
  readonly expected: string
  /**
   * The actual value as short JSON; absent where it is missing. Never a whole body, never a
   * credential.
   */
  readonly actual?: string
  /** The violation in a sentence: `body /ExportIds/3 must be a uuid, but is "abc"`. */
  readonly message: string
}
