import type { Plan } from '../load/plan.ts'

/** Something of which there may be a lot, and which must not make standin slower. */
export interface Growth {
  readonly name: string
  /** The smallest first: all others are measured by it. */
  readonly sizes: readonly number[]
  readonly quickSizes: readonly number[]
  /** What standin is started with. */
  options? (size: number, directory: string): Promise<readonly string[]>
  /** Puts a fresh standin into the state that it needs, and says what is then sent. */
  prepare (url: string, size: number): Promise<Plan>
}

/** How many different requests are sent in turn. */
const VARIETY = 1000

/** At most so many of a list, from all over it. */
export function sampleOf<T> (list: readonly T[]): T[] {
  const step = Math.max(1, list.length / VARIETY)
  return Array.from(
    { length: Math.min(list.length, VARIETY) },
    (_, index) => list[Math.floor(index * step)]
  ).filter(item => item !== undefined)
}
