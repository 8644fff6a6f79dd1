import type { Operation } from '../contract/contract.ts'

/** What may be spoken of at a place in a document, beside what always may. */
export interface Vocabulary {
  readonly heads: ReadonlySet<string>
  /** Names of the API's limits. */
  readonly limits: readonly string[]
  /** The operations of which one is being answered there. */
  readonly operations: readonly Operation[]
  readonly known: KnownWords
}

/** Which members can be named after some expressions, which statuses there are, and which files; what is left out may be anything. */
export type KnownWords = { readonly [Head in 'resource' | 'hidden' | 'conflict' | 'status' | 'files']?: KnownNames }

/** The names that something can have, with what it is called in messages. */
export interface KnownNames {
  readonly what: string
  readonly names: readonly string[]
}
