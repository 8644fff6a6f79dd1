import type { JourneyRequest, JourneyResponse, ReceivedCallback } from './target.ts'

type Values = Readonly<Record<string, unknown>>

/** All that an expression can name while a workflow runs. */
export interface JourneyContext {
  readonly inputs: Values
  /** The outputs of the steps that have run, by step. */
  readonly steps: ReadonlyMap<string, Values>
  /** The inputs and outputs of the workflows that have run, by workflow. */
  readonly workflows: ReadonlyMap<string, { readonly inputs: Values, readonly outputs: Values }>
  /** The outputs of this workflow so far. */
  readonly outputs: Values
  /** The exchange of the present step. */
  readonly exchange: { readonly request: JourneyRequest, readonly response: ParsedResponse } | undefined
  /** The callback that the present step waited for. */
  readonly message: ParsedCallback | undefined
}

/** A response with its body as a value: parsed JSON, or text. */
export interface ParsedResponse extends JourneyResponse {
  readonly body: unknown
}

export interface ParsedCallback extends ReceivedCallback {
  readonly payload: unknown
}
