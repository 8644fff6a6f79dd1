import type { Advanced, ClockState } from './answer.ts'
import type { Connection } from './connection.ts'

/** The clock of a world. */
export interface WorldClock {
  get (): Promise<ClockState>
  /** Stops it: at an instant that is still to come, or where it is. */
  freeze (now?: string): Promise<ClockState>
  /** Sets it going: from an instant that is still to come, or from where it is. */
  run (now?: string): Promise<ClockState>
  /**
   * Moves it on by an ISO 8601 duration; or to an instant, to `next` (the next thing due) or to `idle` (until every job has ended).
   * Callbacks that are due on the way have been sent when it answers.
   */
  advance (by: string | { readonly to: string }): Promise<Advanced>
}

/** Reaches the clock of the world that a connection leads to. */
export function createClock ({ call }: Connection): WorldClock {
  return {
    get: () => call('GET', '/clock'),
    freeze: now => call('PUT', '/clock', { mode: 'frozen', now }),
    run: now => call('PUT', '/clock', { mode: 'running', now }),
    advance: by => call('POST', '/clock/advance', typeof by === 'string' ? { by } : by)
  }
}
