import type { Operation } from '../contract/contract.ts'

/** The words that expressions can use at a place in a document, beside those that they always can. */
export interface Vocabulary {
  readonly heads: ReadonlySet<string>
  /** Names of the API's limits. */
  readonly limits: readonly string[]
  /** The operations whose requests the expressions may be evaluated for. */
  readonly operations: readonly Operation[]
  readonly known: KnownWords
  /** Whether the query of a request may have any parameters, as outside every document. */
  readonly isOpen?: boolean
  /** Whether clients see the value: then it is recorded which statuses they see. */
  readonly isShown?: boolean
}

/** The names that may follow some expressions; where they are left out, any name may. */
export type KnownWords = { readonly [Head in 'resource' | 'hidden' | 'conflict' | 'status' | 'files']?: KnownNames }

/** Names, with what they are called in messages. */
export interface KnownNames {
  readonly what: string
  readonly names: readonly string[]
}
