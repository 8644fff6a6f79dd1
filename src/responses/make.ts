import type { Random } from '../worlds/random.ts'

/** How a value is made: the examples of its schemas may serve, or all of it is drawn. */
export type GeneratedFrom = 'examples' | 'chance'

/** What the making of one value goes by. */
export interface Run {
  readonly random: Random
  readonly from: GeneratedFrom
  /** How likely a member is that need not be there. */
  readonly optional: number
  /** Whether it may break what no value could keep, so that there is one at least. */
  readonly isLenient: boolean
  /** The examples that were used, so that one which does not fit can be passed over from then on. */
  readonly used: UsedExample[]
}

/** An example that stands in a value that was made. */
export interface UsedExample {
  readonly value: unknown
  readonly passOver: () => void
}

/** Makes a value; `undefined` where there is none. What need not be there is left out where there is no room for so many members. */
export type Make = (run: Run, room: number, depth: number) => unknown

/** Gives the makers of the parts of a value; a schema may contain itself. */
export interface Makers {
  /** The maker of values that fit some schemas together. */
  of (schemas: readonly unknown[], decided?: ReadonlySet<object>): Make
  /** Whether a member is not there in this direction, whatever else its schemas say. */
  isHidden (schemas: readonly unknown[]): boolean
}

/** Past so many steps down, a value is as small as it may be. */
export const LEAN_DEPTH = 12

/** Past so many, there is none: its schema has no end. */
export const END_DEPTH = 24

/** One of some things. */
export function pick<Thing> (things: readonly Thing[], random: Random): Thing | undefined {
  return things[random.below(things.length)]
}

/** Lengths of a text, both included. */
export interface Lengths {
  readonly shortest: number
  readonly longest: number
}
