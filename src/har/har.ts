import type { SourceName } from '../messages/message.ts'
import type { Fault } from '../messages/fault.ts'
import type { Violation } from '../schemas/violation.ts'

/** A name and its value: a header, a parameter of a query, a cookie. */
export interface HarPair {
  readonly name: string
  readonly value: string
}

/** A cookie; browsers list its attributes too. */
export interface HarCookie extends HarPair {
  readonly path?: string
  readonly domain?: string
  readonly httpOnly?: boolean
  readonly secure?: boolean
}

/** A field of a multipart form. */
export interface HarParam {
  readonly name: string
  readonly value?: string
  readonly fileName?: string
  readonly contentType?: string
}

/** The body of a request. */
export interface HarPostData {
  readonly mimeType: string
  readonly text?: string
  readonly params?: readonly HarParam[]
  /** `base64` for bytes, of which HAR 1.2 knows none in requests. */
  readonly _encoding?: 'base64'
  readonly comment?: string
}

/** The body of a response. */
export interface HarContent {
  readonly size: number
  readonly mimeType: string
  readonly text?: string
  readonly encoding?: 'base64'
  readonly comment?: string
}

/** An entry of a HAR file (HAR 1.2, "entries"): one request with its response. */
export interface HarEntry {
  /** When the request came, by real time. */
  readonly startedDateTime: string
  readonly time: number
  readonly request: {
    readonly method: string
    readonly url: string
    readonly httpVersion: string
    readonly cookies: readonly HarCookie[]
    readonly headers: readonly HarPair[]
    readonly queryString: readonly HarPair[]
    readonly postData?: HarPostData
    readonly headersSize: number
    readonly bodySize: number
  }
  readonly response: {
    /** 0 while the response is still due. */
    readonly status: number
    readonly statusText: string
    readonly httpVersion: string
    readonly cookies: readonly HarCookie[]
    readonly headers: readonly HarPair[]
    readonly content: HarContent
    readonly redirectURL: string
    readonly headersSize: number
    readonly bodySize: number
  }
  readonly cache: Readonly<Record<string, never>>
  readonly timings: { readonly send: number, readonly wait: number, readonly receive: number }
  readonly _standin: StandinFacts
}

/** What a stand-in knows of an exchange beyond HAR. */
export interface StandinFacts {
  readonly id: string
  readonly world: string
  /** When the request came, by the clock of the world. */
  readonly at: string
  readonly operation: string | null
  readonly source: SourceName | null
  readonly stub: string | null
  readonly example: string | null
  readonly fault: Fault | null
  /** The name that the request gives to its test; `null` where it gives none. */
  readonly test: string | null
  /** Whether the response is still due. */
  readonly pending: boolean
  readonly requestViolations: readonly Violation[]
  readonly responseViolations: readonly Violation[]
}
