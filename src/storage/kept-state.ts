import type { ClockState } from '../worlds/clock.ts'
import type { RandomState } from '../worlds/random.ts'
import type { World } from '../worlds/world.ts'

/** The key of the part that changes by itself. */
export const STATE_KEY = 'state'

/** The key of the part that says of which world and which documents the others are. */
export const HEAD_KEY = 'world'

/** What changes in a world without being told. */
export interface KeptState {
  readonly clock: ClockState
  readonly random: RandomState
  /** The number of the latest resource. */
  readonly latestResource: number
}

export function stateOf ({ clock, random, store }: World): KeptState {
  return { clock: clock.state, random: random.state, latestResource: store.latestResource }
}

/** Stands for a time that has come, whatever the clock says. */
const AT_ONCE = 0

/**
 * Returns when the next task of a world is due by the real clock, in whole milliseconds; `undefined` where nothing is
 * or its clock stands. One that is under way is due: nobody knows its end where the process ends before.
 */
export function dueOf ({ clock, schedule }: World): number | undefined {
  const due = schedule.due()
  if (due === undefined) return undefined
  if (clock.mode === 'frozen') return schedule.isRunning ? AT_ONCE : undefined
  return Math.ceil(due - clock.state.offset)
}
