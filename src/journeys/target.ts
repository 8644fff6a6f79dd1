import type { Operation } from '../contract/contract.ts'
import type { Refusal } from './refusals.ts'

/**
 * The side that a journey is run on: a world of a stand-in, whose time is virtual, or a real service. A journey runs
 * alike on each, so that its results can be compared.
 */
export interface Target {
  /** The name in reports: `the stand-in`, `https://staging.example`. */
  readonly name: string
  /** The URL to which this target can send callbacks, as a journey gives it to the API. */
  readonly callbackUrl: string
  /** Sends a request and reads the whole response. Rejects with `TargetFailed` where none comes in time. */
  send (request: JourneyRequest, options?: SendOptions): Promise<JourneyResponse>
  /** Waits for so many milliseconds: a stand-in advances its clock. */
  wait (ms: number): Promise<void>
  /** The time in milliseconds since 1970, by which waits are measured. */
  now (): number
  /** Returns the next callback that no step has got yet; `undefined` where none comes within so many milliseconds. */
  nextCallback (withinMs: number): Promise<ReceivedCallback | undefined>
  /** Ends what was opened for this target alone. */
  close (): Promise<void>
}

/** Opens a target for each journey. */
export interface Targets {
  /**
   * Opens a target that no other journey has touched, set up as the journey asks. Rejects with `TargetFailed` where it
   * cannot be set up so.
   */
  open (setup: WorldSetup): Promise<Target>
  close (): Promise<void>
}

/** The start of a journey's world: `x-standin-world`. A real service cannot be set up, except for `startsAt`. */
export interface WorldSetup {
  /** The name of a scenario, or names. */
  readonly scenario?: string | readonly string[]
  /** A change of the settings, as `PATCH /__admin/settings` takes it. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Seeds by type and id, as `PUT /__admin/resources/{type}/{id}` takes them; null makes the id missing. */
  readonly resources?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** When the clock stands at the start, as an RFC 3339 date-time. */
  readonly startsAt?: string
}

export interface JourneyRequest {
  /** `undefined` for a request to a URL that a response gave. */
  readonly operation: Operation | undefined
  /** In upper case. */
  readonly method: string
  /**
   * The path with the query, below the `basePath` of the operation; without an operation, a URL, which may be relative
   * to the target.
   */
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | undefined
  /** The values before they were written. */
  readonly values: RequestValues
}

export interface RequestValues {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

export interface SendOptions {
  /** How long the response may take, in real milliseconds. */
  readonly timeoutMs?: number | undefined
  /** How the request is to be refused, where that is its purpose: one to be `unauthorized` gets no credentials. */
  readonly refusal?: Refusal | undefined
}

export interface JourneyResponse {
  readonly status: number
  /** Names in lower case; the values of a name that came several times are a list. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly bytes: Buffer
  /** In real milliseconds. */
  readonly tookMs: number
  /** The URL that was requested, as a message can show it. */
  readonly url: string
}

export interface ReceivedCallback {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
  /** When it came, by the time of the target. */
  readonly at: number
}

/** Error of a target that cannot be reached or set up. Its message is a sentence without an end. */
export class TargetFailed extends Error {}
