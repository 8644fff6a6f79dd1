import type { Advanced, ClockState } from './answer.ts'
import type { Connection } from './connection.ts'

/** The clock of a world. */
export interface WorldClock {
  /** Returns the time and the mode of the clock. */
  get (): Promise<ClockState>
  /**
   * Stops the clock, at its time or at a later instant (RFC 3339, `2026-01-01T00:00:00Z`). An earlier one is rejected.
   */
  freeze (now?: string): Promise<ClockState>
  /** Starts the clock, from its time or from a later instant (RFC 3339). An earlier one is rejected. */
  run (now?: string): Promise<ClockState>
  /**
   * Advances the clock by an ISO 8601 duration (`'PT10S'`); or to an instant, to `next` (the next event) or to
   * `idle` (until every job has ended). Callbacks that are due on the way have been sent when it resolves.
   */
  advance (by: string | { readonly to: string }): Promise<Advanced>
}

/** Creates the access to the clock of a connection's world. */
export function createClock ({ call }: Connection): WorldClock {
  return {
    get: () => call('GET', '/clock'),
    freeze: now => call('PUT', '/clock', { mode: 'frozen', now }),
    run: now => call('PUT', '/clock', { mode: 'running', now }),
    advance: by => call('POST', '/clock/advance', typeof by === 'string' ? { by } : by)
  }
}
