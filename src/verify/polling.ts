import type { Retry, RunOptions } from '../journeys/journey-run.ts'
import type { Step } from '../journeys/journey.ts'

/** The options of a run that choose whether and when a step is tried again. */
export type Polling = Required<Pick<RunOptions, 'mayRetry' | 'retryDelayMs'>>

export interface PollingOptions {
  readonly firstPauseMs: number
  readonly maxWaitMs: number
}

/** The longest pause between two requests, in milliseconds. */
const LONGEST_MS = 30_000

/** How much longer each pause is than the one before. */
const GROWTH = 1.5

/**
 * Creates the pauses between the attempts of a step: what the service asks for by Retry-After, or else growing ones. A
 * step ends when it would wait for longer than it may in all.
 */
export function createPolling ({ firstPauseMs, maxWaitMs }: PollingOptions): Polling {
  const waited = new Map<Step, number>()
  const pauseOf = ({ attempts, headerMs }: Retry): number =>
    headerMs === undefined
      ? Math.min(firstPauseMs * GROWTH ** (attempts - 1), LONGEST_MS)
      // A service that says 0 and goes on refusing must not be flooded.
      : Math.max(headerMs, firstPauseMs)
  return {
    mayRetry: retry => {
      // A step that runs again starts anew.
      const before = retry.attempts === 1 ? 0 : waited.get(retry.step) ?? 0
      return before + pauseOf(retry) <= maxWaitMs
    },
    retryDelayMs: retry => {
      const pause = pauseOf(retry)
      waited.set(retry.step, (retry.attempts === 1 ? 0 : waited.get(retry.step) ?? 0) + pause)
      return pause
    }
  }
}
