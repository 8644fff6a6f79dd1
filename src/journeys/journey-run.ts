import type { Step, Workflow } from './journey.ts'
import type { JourneyContext } from './journey-context.ts'
import type { Target } from './target.ts'
import type { JourneyObserver, JourneyWait } from './workflow-result.ts'

/** How workflows are run. */
export interface RunOptions {
  /** The inputs by name, above the defaults of their schemas. */
  readonly inputs?: Readonly<Record<string, unknown>>
  readonly observers?: readonly JourneyObserver[]
  /**
   * Chooses how long a retry waits, in milliseconds.
   * @default a Retry-After of the response, or else what the action says
   */
  readonly retryDelayMs?: (retry: Retry) => number
  /**
   * Returns whether a retry is made.
   * @default the retry limit of the action
   */
  readonly mayRetry?: (retry: Retry) => boolean
}

/** A retry that is about to be made. */
export interface Retry {
  readonly step: Step
  /** How many attempts have been made. */
  readonly attempts: number
  /** The pause that the action asks for. */
  readonly retryAfterMs: number
  /** The pause that the response asks for; `undefined` where it asks for none. */
  readonly headerMs: number | undefined
}

/** The workflows that have run on a target, by id. */
export type Finished = Map<string, { readonly inputs: Values, readonly outputs: Values }>

type Values = Readonly<Record<string, unknown>>

/** A workflow while it runs. */
export class JourneyRun {
  readonly workflow: Workflow
  readonly target: Target
  readonly options: RunOptions
  readonly inputs: Values
  readonly finished: Finished
  readonly steps = new Map<string, Values>()
  /** How many workflows it runs within. */
  readonly depth: number
  waitedMs = 0

  constructor (workflow: Workflow, target: Target, { depth, finished, inputs, options }: RunState) {
    this.workflow = workflow
    this.target = target
    this.options = options
    this.inputs = inputs
    this.finished = finished
    this.depth = depth
  }

  /** Returns all that expressions can name, with what the present step adds. */
  context (own: Partial<JourneyContext> = {}): JourneyContext {
    const { finished: workflows, inputs, steps } = this
    return { inputs, steps, workflows, outputs: {}, exchange: undefined, message: undefined, ...own }
  }

  async wait (step: Step, ms: number, reason: JourneyWait['reason']): Promise<void> {
    if (ms <= 0) return
    this.waitedMs += ms
    await this.target.wait(ms)
    for (const { waited } of this.options.observers ?? []) {
      await waited?.({ workflow: this.workflow, step, ms, reason }, this.target)
    }
  }
}

export interface RunState {
  readonly options: RunOptions
  readonly inputs: Values
  readonly finished: Finished
  readonly depth: number
}
