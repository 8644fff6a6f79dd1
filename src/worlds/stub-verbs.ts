/**
 * The stubs of a world. Data: for each stub, in the order in which they were added, its id, its operation, its
 * JSON text as it was given, and its counts `used` and `called`; all else of it is parsed from these.
 */
export interface StubVerbs {
  /** Adds a stub, in the place of any with its id. Changes: that stub. */
  addStub (stub: StoredStub): void
  /**
   * Takes a use of the first stub of an operation that matches and has a use left: by priority, and the latest
   * first among equals. Counts the request for every matching stub that answers only some calls. `matches` and
   * `valueAt` are pure. Changes: `used` of the stub that is returned, and `called` of those that count calls.
   */
  takeStub<T extends StoredStub> (
    operation: string, matches: (stub: T) => boolean, valueAt?: Seek['valueAt']
  ): Taken<T> | undefined
  /** Deletes a stub. Returns whether there was one. Changes: that stub. */
  deleteStub (id: string): boolean
  /** Deletes all stubs. */
  deleteStubs (): void

  /** Lists all stubs as they are now, the latest first. */
  stubs (): readonly StoredStub[]
}

/** A stub as far as the store knows it. */
export interface StoredStub {
  readonly id: string
  readonly operation: string
  /** Higher goes first; 0 where it is left out. */
  readonly priority?: number
  /** Which of the requests that match it answers, counted from 1; all where it is left out. */
  readonly calls?: { readonly from: number, readonly to: number }
  /** A value without which no request can match: the store asks only the stubs whose value the request has. */
  readonly key?: { readonly place: string, readonly value: string }
  /** How many requests it answers; any number where it is left out. */
  readonly times?: number
  /** How many it has answered. */
  readonly used: number
  /** How many it has counted, where it answers only some calls. */
  readonly called?: number
}

/** A request that looks for its stub. */
export interface Seek {
  readonly matches: (stub: StoredStub) => boolean
  /**
   * Returns the value of the request at the place of a key, or `undefined`. Without this, every stub is asked.
   */
  readonly valueAt?: (place: string) => string | undefined
}

/** A stub of which a use was taken. */
export interface Taken<T extends StoredStub> {
  readonly stub: T
  /** Which of its uses, from 1. */
  readonly use: number
}
