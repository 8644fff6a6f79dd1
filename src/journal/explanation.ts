import type { SourceName } from '../messages/message.ts'
import type { Difference } from './difference.ts'

/** What became of a source: `notAsked` where an earlier one answered, or where the request was refused before. */
export type SourceOutcome = 'answered' | 'passedOver' | 'notAsked'

/** A source, in the order in which they are asked, with what became of it. */
export interface ExplainedSource {
  readonly source: SourceName
  readonly outcome: SourceOutcome
  /** A clause; empty where the outcome says all. */
  readonly why: string
}

/** A stub that could have answered. */
export interface ExplainedStub {
  readonly id: string
  readonly operation: string
  readonly outcome: SourceOutcome
  readonly why: string | null
  readonly differences: readonly Difference[]
}

/** An operation that is near to a request that found none. */
export interface ExplainedOperation {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly why: string
}

/** Why a request got its answer. */
export interface Explanation {
  readonly id: string
  readonly world: string
  readonly operation: string | null
  readonly source: SourceName | null
  /** A sentence. */
  readonly summary: string
  readonly sources: readonly ExplainedSource[]
  /** The nearest first. */
  readonly stubs: readonly ExplainedStub[]
  /** Where the request found no operation: the nearest first. */
  readonly operations: readonly ExplainedOperation[]
  /** What cannot be told any more, each a sentence. */
  readonly notes: readonly string[]
}
