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

/** Returns when the next task of a world is due by the real clock; `undefined` where nothing is or its clock stands. */
export function dueOf ({ clock, schedule }: World): number | undefined {
  const next = schedule.next()
  return next === undefined || clock.mode === 'frozen' ? undefined : next - clock.state.offset
}
