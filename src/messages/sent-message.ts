import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PassingMode } from './proxy-mode.ts'

/** A request as it came over its connection, to be passed on to a service. */
export interface SentMessage {
  readonly mode: PassingMode
  readonly request: IncomingMessage
  /** The response to it, whose end tells that the client has gone. */
  readonly response: ServerResponse
  readonly content: SentContent
}

/** The body of a request: read as a whole, or still to be streamed. */
export type SentContent =
  | {
    readonly kind: 'read'
    /** As it was sent; `undefined` where there is none. */
    readonly bytes: Buffer | undefined
    /** Without compression; `undefined` where it cannot be decompressed. */
    readonly decoded: Buffer | undefined
  }
  | { readonly kind: 'streamed' }

/** Tells whether a request has a body that nobody has read. */
export function isUnread ({ content }: SentMessage): boolean {
  return content.kind === 'streamed' || (content.bytes !== undefined && content.decoded === undefined)
}
