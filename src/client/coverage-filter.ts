/** Selects a part of the coverage. */
export interface CoverageFilter {
  /** The name of a world. */
  readonly world?: string
  /** The name of a test: the header `X-Standin-Test` of its requests, or else the name of its world. */
  readonly test?: string
  /** The name of an API: `mews`. */
  readonly api?: string
  /** The id of an operation: `mews.addExport`. */
  readonly operation?: string
}
