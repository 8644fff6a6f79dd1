/** A place at which a request does not match. */
export interface Difference {
  /** `body /EntityType` */
  readonly where: string
  /** Absent if no value should be there. */
  readonly expected?: unknown
  /** Absent if no value came. Credentials are masked. */
  readonly actual?: unknown
}
