import type { Operation } from '../contract/contract.ts'
import type { OverlayChange } from '../documents/overlay-change.ts'
import type { CheckContext, Recording } from './recording.ts'

/** The names of the checks: those of Schemathesis, then those for what a simulation declares. */
export const CHECK_NAMES = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'positive_data_acceptance',
  'missing_required_header',
  'unsupported_method',
  'use_after_free',
  'ensure_resource_availability',
  'ignored_auth',
  'max_response_time',
  'lifecycle_conformance',
  'retry_after_truth',
  'duplicate_refused',
  'idempotent_replay',
  'callback_delivered',
  'file_size_truth',
  'progress_monotonic'
] as const

export type CheckName = typeof CHECK_NAMES[number]

/** A check of recorded exchanges by one rule. */
export interface VerifyCheck {
  readonly name: CheckName
  /** Judges each exchange that the rule is about; returns nothing where it is about none. */
  judge (recording: Recording, context: CheckContext): readonly Judgement[]
}

/** The verdict of a check on one exchange, or on several. */
export interface Judgement {
  readonly operation: Operation | undefined
  /** The difference that was found; `undefined` where the rule is kept. */
  readonly difference: Difference | undefined
  /** Why nothing can be said; then there is no difference. */
  readonly skipped?: string | undefined
}

/** A difference between a contract and a service. Each text is to be read after its subject. */
export interface Difference {
  /** To be read after "the contract says": `that the status is 200 or 400`. */
  readonly contract: string
  /** To be read after "the service": `responds with 202`. */
  readonly service: string
  /** To be read after "the stand-in"; by default what it responds in the same step. */
  readonly standin?: string | undefined
  /** The JSON pointer of the place in the document. */
  readonly pointer?: string | undefined
  /** The change of the document after which the service would conform. */
  readonly proposal?: OverlayChange | undefined
}

/** Creates the verdict that the rule is kept. */
export function kept (operation: Operation | undefined): Judgement {
  return { operation, difference: undefined }
}

/** Creates the verdict that nothing can be said. */
export function unjudged (operation: Operation | undefined, skipped: string): Judgement {
  return { operation, difference: undefined, skipped }
}
