/** The place of a page among all resources that were found. */
export interface Page {
  /** How many were found. */
  readonly total: number
  /** How many a page holds at most. */
  readonly size: number
  /** How many pages there are. */
  readonly pages: number
  /** Whether more follow. */
  readonly more: boolean
  /** How many resources come before it. */
  readonly offset: number
  /** The number, offset or cursor of the next page; `undefined` at the end. */
  readonly next: number | string | undefined
  readonly previous: number | string | undefined
}

/** The parts of a page that templates can name. */
export const PAGE_PARTS = [
  'total',
  'size',
  'pages',
  'more',
  'offset',
  'next',
  'previous'
] as const satisfies ReadonlyArray<keyof Page>
