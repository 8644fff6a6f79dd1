import type { Plan } from '../load/plan.ts'

/** A quantity that may be large, and must not slow standin down. */
export interface Growth {
  readonly name: string
  /** The smallest first, to which the others are compared. */
  readonly sizes: readonly number[]
  readonly quickSizes: readonly number[]
  /** Returns the options that standin is started with. */
  options? (size: number, directory: string): Promise<readonly string[]>
  /** Prepares the state of a fresh standin, and returns what is then sent. */
  prepare (url: string, size: number): Promise<Plan>
}

/** How many different requests are sent in turn. */
const VARIETY = 1000

/** Returns at most `VARIETY` items of a list, evenly spread over it. */
export function sampleOf<T> (list: readonly T[]): T[] {
  const step = Math.max(1, list.length / VARIETY)
  const count = Math.min(list.length, VARIETY)
  const items = Array.from({ length: count }, (_, index) => list[Math.floor(index * step)])
  return items.filter(item => item !== undefined)
}
