import type { Violation } from '../schemas/violation.ts'

/** A body as a value; with what is wrong with it that its schema cannot see. */
export type BodyReading =
  | {
    readonly kind: 'value'
    readonly value: unknown
    readonly violations: readonly Violation[]
    /** Where the items of a sequence stand: `line 3`. */
    readonly titles?: readonly string[]
  }
  | { readonly kind: 'malformed', readonly violations: readonly Violation[] }
