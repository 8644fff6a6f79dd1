import type { JsonObject } from '../documents/is-object.ts'
import type { Rules } from './matcher.ts'
import type { ProviderState } from './provider-state.ts'

/** A body, in the form that pacts have it in. */
export interface PactBody {
  readonly contentType: string
  /** A value of JSON, or the text of any other body; of bytes that are no text, their base64. */
  readonly content: unknown
  readonly kind: 'json' | 'text' | 'base64'
}

/** The rules by which messages may differ from the example, by the parts of a message. */
export interface MessageRules {
  readonly header: Rules
  readonly body: Rules
}

export interface RequestRules extends MessageRules {
  /** A regular expression that the path must match; `undefined` where it is always the same. */
  readonly path: string | undefined
  readonly query: Rules
}

/** Values that come of a provider state, by the places at which they are put: `${ExportId}`. */
export interface Generators {
  readonly path?: string
  readonly query: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, string>>
}

/** The request of an interaction. */
export interface PactRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, readonly string[]>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: PactBody | undefined
  readonly rules: RequestRules
  readonly generators: Generators
}

export interface PactResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: PactBody | undefined
  readonly rules: MessageRules
}

/** One request with its response, as a pact of any version has it. */
export interface Interaction {
  readonly description: string
  readonly states: readonly ProviderState[]
  readonly request: PactRequest
  readonly response: PactResponse
}

/** A message that the provider sends: of a callback or a webhook. */
export interface PactMessage {
  readonly description: string
  readonly states: readonly ProviderState[]
  readonly body: PactBody
  readonly metadata: JsonObject
  readonly rules: Rules
}
