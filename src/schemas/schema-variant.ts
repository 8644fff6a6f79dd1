import { IN_PLACE } from './schema-keywords.ts'

/** The direction of a message: some members exist in responses only, some in requests only. */
export type Direction = 'request' | 'response'

/** The circumstances in which one copy of a schema differs from another copy of it. */
export interface SchemaVariant {
  readonly direction: Direction | undefined
  /**
   * Pointers of the schemas that apply to the same value already: a reference back to one of them
   * would never end.
   */
  readonly within: readonly string[]
  /** Names of members that are not required, since a schema around this one marks them so. */
  readonly optional: readonly string[]
  /** The pointer that each `$dynamicAnchor` stands for, by name. */
  readonly anchors: ReadonlyMap<string, string>
}

/** The schema that a copy, or a part of one, was made from. */
export interface Origin {
  readonly pointer: string
  readonly variant: SchemaVariant
}

export const NO_ANCHORS: ReadonlyMap<string, string> = new Map()

/** Returns the variant from which a validator starts. */
export function plainVariant (direction: Direction | undefined): SchemaVariant {
  return { direction, within: [], optional: [], anchors: NO_ANCHORS }
}

/** Returns the variant of the schemas that a keyword holds. */
export function partVariant (keyword: string, variant: SchemaVariant): SchemaVariant {
  if (!IN_PLACE.has(keyword)) return { ...variant, within: [], optional: [] }
  // `not` and `if` look at the value as it is, in both directions.
  if (keyword === 'not' || keyword === 'if') return { ...variant, direction: undefined, optional: [] }
  return keyword === 'allOf' ? variant : { ...variant, optional: [] }
}
