import type { SourcePosition } from '../documents/source-position.ts'
import type { Criterion, Step, Workflow } from './journey.ts'
import type { ParsedCallback, ParsedResponse } from './journey-context.ts'
import type { JourneyRequest, Target } from './target.ts'

/** The result of one workflow on one target. */
export interface WorkflowResult {
  readonly workflow: Workflow
  readonly status: ResultStatus
  /** Why it failed or was skipped, where that is no step's fault. */
  readonly message: string | undefined
  /** In the order in which they ran; a step that ran again is listed again. */
  readonly steps: readonly StepResult[]
  readonly inputs: Readonly<Record<string, unknown>>
  readonly outputs: Readonly<Record<string, unknown>>
  /** In real milliseconds. */
  readonly tookMs: number
}

export type ResultStatus = 'passed' | 'failed' | 'skipped'

export interface StepResult {
  readonly step: Step
  /** Whether its criteria passed in the last attempt. A failed step may have an action that goes on elsewhere. */
  readonly status: ResultStatus
  /** Whether it failed and an action of its own took over, so that the workflow has not failed by it. */
  readonly isHandled: boolean
  readonly faults: readonly StepFault[]
  /** Every exchange of every attempt, and the downloads. */
  readonly exchanges: readonly JourneyExchange[]
  readonly callback: ParsedCallback | undefined
  readonly outputs: Readonly<Record<string, unknown>>
  readonly attempts: number
  /** How long it waited, in milliseconds by the time of the target. */
  readonly waitedMs: number
  /** The result of the workflow that it ran. */
  readonly inner: WorkflowResult | undefined
  readonly tookMs: number
}

/** Why a step failed. */
export interface StepFault {
  /** A sentence without an end: `$statusCode == 200 failed: it is 400`. */
  readonly message: string
  readonly place: SourcePosition
  readonly criterion?: Criterion
}

/** A request of a journey with its response. */
export interface JourneyExchange {
  readonly workflow: Workflow
  readonly step: Step
  readonly attempt: number
  /** Whether it is the download of a file that the step's response named. */
  readonly isDownload: boolean
  readonly request: JourneyRequest
  readonly response: ParsedResponse
  /** When the request was sent, by the time of the target. */
  readonly at: number
}

/** A wait of a journey. */
export interface JourneyWait {
  readonly workflow: Workflow
  readonly step: Step
  readonly ms: number
  /** Why: `x-standin-wait`, the `retryAfter` of an action, or a Retry-After header. */
  readonly reason: 'wait' | 'retryAfter' | 'header'
}

/** Watches a journey while it runs. A rejected promise ends the journey. */
export interface JourneyObserver {
  exchanged? (exchange: JourneyExchange, target: Target): void | Promise<void>
  waited? (wait: JourneyWait, target: Target): void | Promise<void>
  calledBack? (callback: ParsedCallback, step: Step, target: Target): void | Promise<void>
  stepEnded? (result: StepResult, workflow: Workflow, target: Target): void | Promise<void>
}
