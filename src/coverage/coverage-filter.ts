/** Selects what a report is of; an empty filter selects all. */
export interface CoverageFilter {
  /** The name of a world: what its tests touched. */
  readonly world?: string | undefined
  /** The name of a test, which its requests give in `X-Standin-Test`, or else that of its world. */
  readonly test?: string | undefined
  /** The name of an API: `mews`. */
  readonly api?: string | undefined
  /** The id of an operation: `mews.addExport`. */
  readonly operation?: string | undefined
}
