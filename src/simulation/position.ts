/** Where a resource is on its way at an instant. */
export interface Position {
  /** `undefined` for a type without lifecycles. */
  readonly status: string | undefined
  readonly stage: number
  /** When it came to this status, in milliseconds since 1970. */
  readonly since: number
  /** When the clock will take it on; `undefined` where the clock alone will not. */
  readonly until: number | undefined
}
