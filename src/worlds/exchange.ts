import type { Fault } from '../messages/fault.ts'
import type { SourceName } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'

/** One request with its response, as it was. Credentials are masked when it is read. */
export interface Exchange {
  readonly id: string
  /** By the world's clock, in milliseconds since 1970. */
  readonly at: number
  /** By the real clock, in milliseconds since 1970. */
  readonly realAt: number
  /** How long it took, in real milliseconds. */
  readonly tookMs: number
  /** The operation's id; `undefined` where the request found none. */
  readonly operation: string | undefined
  readonly method: string
  readonly url: string
  /** The parameters that could be parsed. */
  readonly requestPath: Readonly<Record<string, unknown>>
  readonly requestQuery: Readonly<Record<string, unknown>>
  readonly requestCookies: Readonly<Record<string, unknown>>
  readonly requestHeaders: Readonly<Record<string, unknown>>
  /** The parsed body, or a `KeptBody`; `undefined` where it could not be parsed. */
  readonly requestBody: unknown
  readonly requestViolations: readonly Violation[]
  readonly status: number
  readonly responseHeaders: Readonly<Record<string, unknown>>
  /** The body's value, or a `KeptBody`. */
  readonly responseBody: unknown
  readonly responseViolations: readonly Violation[]
  readonly source: SourceName
  /** The id of the stub that responded; `undefined` where none did. */
  readonly stub: string | undefined
  /** The name of the fixture or the example of the response; `undefined` where there is none. */
  readonly example: string | undefined
  /** The fault that a stub or the settings caused while the response was sent. */
  readonly fault: Fault | undefined
}
