import type { Violation } from '../schemas/violation.ts'

/** A body as a value, with the violations that its schema cannot see. */
export type BodyReading =
  | {
    readonly kind: 'value'
    readonly value: unknown
    readonly violations: readonly Violation[]
    /**
     * The number of violations that are not listed.
     * @default 0
     */
    readonly more?: number
    /** The places of a sequence's items: `line 3`. */
    readonly titles?: readonly string[]
  }
  | { readonly kind: 'malformed', readonly violations: readonly Violation[], readonly more?: number }
