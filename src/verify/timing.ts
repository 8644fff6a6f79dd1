import { pause, systemTime } from '../worlds/clock.ts'

/** The time by which a service is verified. Tests give one that needs no real time. */
export interface Timing {
  /** Returns the time in milliseconds since 1970. */
  now (): number
  wait (milliseconds: number): Promise<void>
}

/** The real time. */
export const REAL_TIMING: Timing = { now: systemTime, wait: pause }
