/** A request as it came, split at what HTTP gives meaning to. */
export interface RawRequest {
  /** The parts of the path that its parameters stand for, still percent-encoded. */
  readonly path: Readonly<Record<string, string>>
  /** What follows the `?`; empty where nothing does. */
  readonly query: string
  /** As Node gives them, names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer | undefined
}

/** What a request says, as the values that its contract describes. */
export interface RequestParts {
  readonly path: Readonly<Record<string, unknown>>
  /** Undeclared members are there too, as text. */
  readonly query: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, unknown>>
  readonly cookies: Readonly<Record<string, unknown>>
  readonly body: unknown
}
