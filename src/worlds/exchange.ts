import type { CredentialPlaces } from '../contract/contract.ts'
import type { Fault } from '../messages/fault.ts'
import type { SourceName } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'

/** A request as it came. Credentials are masked when it is read. */
export interface ReceivedRequest {
  /** The number of the exchange in its world; `w` and a number of its own where the response had to wait. */
  readonly id: string
  /** By the world's clock, in milliseconds since 1970. */
  readonly at: number
  /** By the real clock, in milliseconds since 1970. */
  readonly realAt: number
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
  /** The places at which its request carries credentials; `undefined` where no operation is known. */
  readonly credentials: CredentialPlaces | undefined
  readonly requestViolations: readonly Violation[]
}

/** The name of a resource. */
export interface TouchedResource {
  readonly type: string
  readonly id: string
}

/** When a response is due: at an instant in milliseconds since 1970, by the clock of the world or the real one. */
export interface ResponseDue {
  readonly at: number
  readonly by: 'clock' | 'real'
}

/** A request whose response is still due, with what is known of the response. */
export interface PendingExchange extends ReceivedRequest {
  /** When the request came, by the stopwatch. */
  readonly receivedAt: number
  /** `undefined` where no delay is what it waits for. */
  due?: ResponseDue | undefined
  readonly status?: undefined
  readonly source?: SourceName | undefined
  readonly stub?: string | undefined
  readonly example?: string | undefined
  readonly fault?: Fault | undefined
  readonly resource?: TouchedResource | undefined
}

/** One request with its response, as it was. */
export interface Exchange extends ReceivedRequest {
  /** The number of the exchange in its world, where the id is another. */
  readonly number?: number | undefined
  /** How long it took, in real milliseconds. */
  readonly tookMs: number
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
  /** The one resource that the simulation created or found for the request. */
  readonly resource?: TouchedResource | undefined
  /** The messages that were passed on without a check of their bodies; absent where both were checked. */
  readonly unchecked?: readonly Side[] | undefined
}

/** A side of an exchange. */
export type Side = 'request' | 'response'

/** An item of a journal: an exchange, or a request whose response is still due. */
export type JournalItem = Exchange | PendingExchange

/** Returns the number of an exchange among those of its world, which grows in their order. */
export function numberOf ({ id, number }: Exchange): number {
  return number ?? Number(id)
}
