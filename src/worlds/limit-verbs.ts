/**
 * The windows of a world's limits. Data: for each limit and key, how many uses were counted and when the window
 * ends.
 */
export interface LimitVerbs {
  /**
   * Counts one more use of a key within a window, unless none is left. Returns what is left.
   * Changes: the window of that limit and key.
   */
  count (limit: string, key: string, window: Window, now: number): Usage
  /** Returns what is left of a window, without counting. */
  usage (limit: string, key: string, window: Window, now: number): Usage
}

/** A limit's window: `max` uses within `ms` milliseconds of the first. */
export interface Window {
  readonly max: number
  readonly ms: number
}

/** How much of a window is left. */
export interface Usage {
  readonly allowed: boolean
  readonly remaining: number
  /** When the window ends, in milliseconds since 1970; `undefined` where none has begun. */
  readonly reset: number | undefined
}
