import type { SentMessage } from './sent-message.ts'

/** A request as it was received, in the parts that HTTP defines. */
export interface RawRequest {
  /** The values of the path parameters, still percent-encoded. */
  readonly path: Readonly<Record<string, string>>
  /** The text after `?`; empty without one. */
  readonly query: string
  /** As Node returns them, with names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer | undefined
  /** The request as it came, where it may be passed on to a service. */
  readonly message?: SentMessage | undefined
}

/** A request as the values that its contract describes. */
export interface RequestParts {
  readonly path: Readonly<Record<string, unknown>>
  /** Includes undeclared members, as text. */
  readonly query: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, unknown>>
  readonly cookies: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** The body as it was received, without compression; absent where there is none. */
  readonly rawBody?: Buffer | undefined
}
