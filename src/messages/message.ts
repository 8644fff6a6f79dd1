import type { MediaType, Operation } from '../contract/contract.ts'
import type { Violation } from '../schemas/violation.ts'
import type { Fault } from './fault.ts'
import type { SentMessage } from './sent-message.ts'

/** A request that matches its contract, as the values that its schemas describe. */
export interface ApiRequest {
  readonly operation: Operation
  readonly method: string
  /** Path and query, without a world's prefix. */
  readonly url: string
  /**
   * The base of URLs that stay in this world: `http://127.0.0.1:4010/~checkout`; no slash at the
   * end.
   */
  readonly baseUrl: string
  /**
   * The base of the API's URLs: `http://127.0.0.1:4010/~checkout/v2`; `baseUrl` where the API has
   * no path of its own.
   */
  readonly serverUrl: string
  /** The path of `serverUrl`: `/~checkout/v2`, or nothing in the default world without one. */
  readonly serverPath: string
  /** When it was received, by the stopwatch, in milliseconds. */
  readonly receivedAt: number
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>
  readonly cookies: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** The body as it was received, without compression; absent where there is none. */
  readonly rawBody?: Buffer | undefined
  /** The request as it came, where it may be passed on to a service. */
  readonly message?: SentMessage | undefined
}

/**
 * The sources of a response; `proxy` is the service that the request was passed on to, and `refusal` the server's own
 * response to an invalid request.
 */
export type SourceName = 'stub' | 'module' | 'simulation' | 'fixture' | 'example' | 'generated' | 'proxy' | 'refusal'

/** The value of a header, or its values, each of which is a header of its own in the message. */
export type HeaderValue = string | readonly string[]

/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, HeaderValue>>

/** A response before it is written. */
export interface ApiResponse {
  readonly status: number
  readonly headers: Headers
  /** The parts of the headers that HTTP cannot carry, so that they were encoded or left out. */
  readonly headerFlaws?: readonly Violation[] | undefined
  /** Headers of the contract, which any other source of a header overrides. */
  readonly defaultHeaders?: Headers
  /** The parts of the headers of the contract that HTTP cannot carry. */
  readonly defaultFlaws?: readonly Violation[] | undefined
  /** A JSON value, text, bytes or a `FileContent`; `undefined` for an empty body. */
  readonly body: unknown
  /** The media type whose schema its body is known to fit, and is not validated against again. */
  readonly validatedAs?: MediaType | undefined
  readonly source: SourceName
  /** The id of the stub that responded, where one did. */
  readonly stub?: string
  /** The name of the fixture or the example that its body is, where it is one. */
  readonly example?: string
  /** The resource that the simulation created or reused for this request. */
  readonly resource?: { readonly type: string, readonly id: string }
  /** The object that other requests wait for until this response is sent: the world knows it as under way meanwhile. */
  readonly awaited?: object
}

/** How a response is sent: at once and in one piece, unless a stub scripts it otherwise. */
export interface Delivery {
  /** How long the response waits before it is sent, by real time or by the clock of its world. */
  readonly delay?: { readonly ms: number, readonly by: 'real' | 'clock' } | undefined
  /** How its body is sent in pieces. */
  readonly trickle?: Trickle | undefined
  /** The fault while it is sent. */
  readonly fault?: Fault | undefined
}

/** A body that is sent in so many pieces, the first at once and the last after so long. */
export interface Trickle {
  readonly chunks: number
  readonly ms: number
  readonly by: 'real' | 'clock'
}

/** A body that is made while it is sent, so that its size costs no memory. */
export interface FileContent {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** A text that another content does not have. */
  readonly version: string
  /** When it came to be, in milliseconds since 1970 by the world's clock. */
  readonly modified: number
  chunks (): Iterable<Buffer>
}
