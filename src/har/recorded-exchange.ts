/**
 * One request with its response, as it was sent: what is compared, learned from and replayed, wherever it was recorded.
 * It is plain data, and nothing in it is masked.
 */
export interface RecordedExchange {
  /** When the request was sent, in milliseconds since 1970. */
  readonly startedAt: number
  /** How long the response took, in milliseconds. */
  readonly durationMs: number
  readonly request: RecordedRequest
  readonly response: RecordedResponse
}

/** The header fields of a message in the order in which they came, each with its name and its value. */
export type RecordedHeaders = ReadonlyArray<readonly [name: string, value: string]>

/** The headers and the body of a message. */
export interface RecordedMessage {
  readonly headers: RecordedHeaders
  /** The body without its content coding (gzip and the like); `undefined` for none, and where it is left out. */
  readonly body: Buffer | undefined
  /** Whether there was a body that the recording does not have, or not in full. */
  readonly isBodyLeftOut?: boolean
}

export interface RecordedRequest extends RecordedMessage {
  /** In capitals. */
  readonly method: string
  /** Absolute: `https://api.example/orders?page=2`. */
  readonly url: string
}

export interface RecordedResponse extends RecordedMessage {
  readonly status: number
}

/** Returns the value of a header by its name in any case, the values of several joined; `undefined` without one. */
export function headerOf ({ headers }: RecordedMessage, name: string): string | undefined {
  const wanted = name.toLowerCase()
  const values: string[] = []
  for (const [other, value] of headers) {
    if (other.toLowerCase() === wanted) values.push(value)
  }
  return values.length === 0 ? undefined : values.join(', ')
}
