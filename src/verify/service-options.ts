import type { CheckName } from './verify-check.ts'

/** How a real service is verified. Nothing is sent to any other host, unless it is allowed. */
export interface ServiceOptions {
  /** The URL below which the service has its paths: `https://staging.example/api`. */
  readonly target: string
  /**
   * Whether requests that may change the service are sent: others than GET and HEAD.
   * @default false
   */
  readonly allowWrites?: boolean
  /**
   * The operations that may be called, by id or name: `mews.addExport`.
   * @default all
   */
  readonly operations?: readonly string[]
  /**
   * The checks that are made.
   * @default all
   */
  readonly checks?: readonly CheckName[]
  /**
   * How many requests are sent in a second at most.
   * @default 10
   */
  readonly rate?: number
  /**
   * How many requests are sent in all.
   * @default 1000
   */
  readonly maxRequests?: number
  /**
   * How long a response may take, in milliseconds.
   * @default 30_000
   */
  readonly timeoutMs?: number
  /**
   * How long a step of a journey waits for what it asks for, in milliseconds.
   * @default 300_000
   */
  readonly maxWaitMs?: number
  /**
   * How long the first pause between two requests of a step is, where the service does not say, in milliseconds. Each
   * further one is longer by half, up to 30 seconds.
   * @default 500
   */
  readonly firstPauseMs?: number
  /**
   * How long to wait for callbacks after a journey, in milliseconds: for those that come twice.
   * @default 1_000
   */
  readonly graceMs?: number
  /**
   * The longest time that a response takes, in milliseconds, for the check `max_response_time`.
   * @default any
   */
  readonly maxResponseTimeMs?: number
  /** The headers of each request to the service. `$NAME` in a value stands for a variable of `env`. */
  readonly headers?: Readonly<Record<string, string>>
  /**
   * The variables that credentials come from: `STANDIN_AUTH_API_KEY` for the security scheme `apiKey`,
   * `STANDIN_AUTH_LOGIN_ID` and `STANDIN_AUTH_LOGIN_SECRET` for the clients of the OAuth 2 scheme `login`.
   * @default none
   */
  readonly env?: Readonly<Record<string, string | undefined>>
  /**
   * Values that exist in the service, as inputs of journeys: an object, or the path of a YAML or JSON file. `$NAME` as
   * a value stands for a variable of `env`, and is kept out of reports.
   */
  readonly data?: string | Readonly<Record<string, unknown>>
  /**
   * The URL by which the service reaches the receiver of callbacks, such as that of a tunnel.
   * @default that of the receiver, on the loopback address
   */
  readonly callbackUrl?: string
  /**
   * The port of the receiver of callbacks.
   * @default a free one
   */
  readonly callbackPort?: number
  /**
   * The hosts beside that of the target to which requests may go: of files, and of access tokens.
   * @default none
   */
  readonly allowHosts?: readonly string[]
  /**
   * Whether requests of the checks' own are sent after the journeys: without credentials, without a required header,
   * with an invalid body, by another method.
   * @default true
   */
  readonly probes?: boolean
  /**
   * Whether what the journeys created is deleted, where the contract has an operation for it.
   * @default true
   */
  readonly cleanUp?: boolean
  /**
   * Receives each request as it would be sent, instead of the service. Responses come from the stand-in.
   * @default requests are sent
   */
  readonly onDryRequest?: (text: string) => void
}
