/**
 * The stubs of a world. Data: for each stub, in the order in which they were added, its id, its operation, its
 * JSON text as it was given, and its counts `used`, `called` and `drawn`; all else of it is parsed from these.
 */
export interface StubVerbs {
  /** Adds a stub; one with the id of another replaces it and keeps its turn. Changes: that stub. */
  addStub (stub: StoredStub): void
  /**
   * Takes a use of the first stub of any of these operations that matches and has a use left: by priority, and
   * the latest first among equals. Counts the request for every matching stub that answers only some calls, and
   * draws for those that answer a share. `matches` and `valueAt` are pure. Changes: `used` of the stub that is
   * returned, `called` of those that count calls, and `drawn` of those that were drawn for.
   */
  takeStub<T extends StoredStub> (
    operations: readonly string[], matches: (stub: T) => boolean, valueAt?: Seek['valueAt']
  ): Taken<T> | undefined
  /** Deletes a stub. Returns whether there was one. Changes: that stub. */
  deleteStub (id: string): boolean
  /** Deletes all stubs. */
  deleteStubs (): void

  /** Returns the stub with an id as it is now. */
  getStub (id: string): StoredStub | undefined
  /** Lists all stubs as they are now, the latest first. */
  stubs (): readonly StoredStub[]
  /** Returns how many stubs there are. */
  stubCount (): number
  /** Returns the operations of the stubs with a route that may match a path; none where no stub has a route. */
  routesAt (method: string, path: string): readonly string[]
}

/** A stub as far as the store knows it. */
export interface StoredStub {
  readonly id: string
  /** The name of its operation, or of several: `mews.addExport`, `mews.*`, `*`, `POST /oauth/token`. */
  readonly operation: string
  /** The route of a stub for a path outside every document. */
  readonly route?: StubRoute
  /** Higher goes first; 0 where it is left out. */
  readonly priority?: number
  /** Which of the requests that match it answers, counted from 1; all where it is left out. */
  readonly calls?: { readonly from: number, readonly to: number }
  /** The share of the requests that match it which it answers, from 0 to 1; all where it is left out. */
  readonly chance?: number
  /** A value without which no request can match: the store asks only the stubs whose value the request has. */
  readonly key?: { readonly place: string, readonly value: string }
  /** How many requests it answers; any number where it is left out. */
  readonly times?: number
  /** How many it has answered. */
  readonly used: number
  /** How many it has counted, where it answers only some calls. */
  readonly called?: number
  /** How often it was drawn for, where it answers only a share. */
  readonly drawn?: number
}

/** A method and a path template: `POST`, `/oauth/{tenant}/token`. */
export interface StubRoute {
  readonly method: string
  readonly path: string
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
