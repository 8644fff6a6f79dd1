import type { ApiRequest } from '../validation/message.ts'
import type { StoredStub } from '../worlds/store.ts'
import type { When } from './when.ts'

/** A scripted reply for the requests of one operation that match it. Written as JSON, it is what the admin API shows. */
export interface Stub extends StoredStub {
  /** What a request must have; every request matches where it is left out. */
  readonly when?: When
  readonly reply: StubReply
  /** How long the answer waits, in real milliseconds. */
  readonly delayMs?: number
  /** Whether the reply was held to the contract when the stub was added. */
  readonly contract: 'on' | 'off'
  readonly matches: (request: ApiRequest) => boolean
}

/** What a stub answers. Without body and example, it is the first example of the response, or a generated one. */
export interface StubReply {
  readonly status: number
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  /** `null` is a body too: JSON's null. */
  readonly body?: unknown
  /** The name of an example or a fixture. */
  readonly example?: string
}
