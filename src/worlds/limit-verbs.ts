/**
 * The uses of a world's limits. Data: for each limit and key, how many uses were counted, and when it starts anew.
 */
export interface LimitVerbs {
  /**
   * Counts one use of each of some limits, or of none where one of them is exceeded. Returns what is left of each, in
   * their order. Changes: the uses of each limit and key.
   */
  count (uses: readonly LimitUse[], now: number): readonly Usage[]
  /** Returns what is left of a limit for a key, without counting. */
  usage (use: LimitUse, now: number): Usage
}

/** One use of a limit by a key. */
export interface LimitUse {
  /** `mews.requests` */
  readonly limit: string
  readonly key: string
  readonly quota: Quota
}

/** How much a limit allows: `max` uses within `ms` milliseconds of the first, or a token bucket. */
export interface Quota {
  readonly max: number
  readonly ms: number
  /**
   * The size of the token bucket, which is full at first. Each use takes a token, and `max` tokens are added evenly in
   * `ms` milliseconds. `undefined` for a window.
   */
  readonly burst?: number | undefined
}

/** How much of a limit is left. */
export interface Usage {
  readonly allowed: boolean
  readonly remaining: number
  /**
   * When the window ends, or when the bucket is full, in milliseconds since 1970; `undefined` where nothing was used.
   */
  readonly reset: number | undefined
  /** When one more use is allowed, in milliseconds since 1970; `undefined` where one is, or where none ever is. */
  readonly retryAt: number | undefined
}
