import type { JsonObject } from '../documents/is-object.ts'

/** A proposed entry of `x-standin.resources`. */
export interface ProposedType {
  readonly declaration: JsonObject
  /** The names of all members that its resources may show. */
  readonly shown: ReadonlySet<string>
}
