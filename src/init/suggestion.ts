import type { Operation } from '../contract/contract.ts'
import type { BodySource } from './reply-body.ts'

type Json = Record<string, unknown>

export type Deed = 'create' | 'read' | 'list' | 'update' | 'patch' | 'cancel' | 'delete'

/** What is proposed for one operation. */
export interface ProposedOperation {
  readonly kind: 'proposed'
  readonly action: Deed
  readonly operation: Operation
  /** Its `x-standin`. */
  readonly declaration: Json
  /** Responses that the overlay adds to the document. */
  readonly responses: Json | undefined
  /** What the reader should know of it. */
  readonly notes: readonly string[]
}

/** An operation that is left as it is, and why. */
export interface LeftOut {
  readonly kind: 'left out'
  readonly operation: Operation
  readonly reason: string
}

export type Suggestion = ProposedOperation | LeftOut

/** What the suggestions for the operations of a collection are made of. */
export interface OperationSource extends Omit<BodySource, 'example' | 'paging'> {
  /** What URLs of the API begin with. */
  readonly basePath: string
  /** Whether the document is of version 2.0, in whose words the overlay has to add to it. */
  readonly isSwagger: boolean
}

/** Leaves an operation as it is. */
export function leave (operation: Operation, reason: string): LeftOut {
  return { kind: 'left out', operation, reason }
}
