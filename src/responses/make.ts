import type { Random } from '../worlds/random.ts'
import type { Budget } from './budget.ts'
import type { Naming } from './named-draw.ts'

/** How a value is generated: the examples of its schemas may serve, or all of it is drawn. */
export type GeneratedFrom = 'examples' | 'chance'

/** The settings and the state of generating one value. */
export interface Run {
  readonly random: Random
  /** The budget that is left for the value: once it is spent, its lists and objects end. */
  readonly budget: Budget
  readonly from: GeneratedFrom
  /** The probability that an optional member is present. */
  readonly optional: number
  /** Whether the value may break schemas that no value can fit. */
  readonly isLenient: boolean
  /** How many items a list has that is not within another; as many as usual where it is undefined. */
  readonly items?: number | undefined
  /** The language of names and texts: `de`. */
  readonly locale?: string | undefined
  /** The day around which dates lie, in milliseconds since 1970. */
  readonly now?: number | undefined
  /** Whether names and `x-faker` do not count: their value did not fit. */
  readonly isPlain?: boolean
  /** The examples in the value, so that one that does not fit can be ignored from then on. */
  readonly used: UsedExample[]
}

/** An example that is part of a generated value. */
export interface UsedExample {
  readonly value: unknown
  readonly passOver: () => void
}

/**
 * Makes a value; returns `undefined` where there is none. `room` is how many optional members it may have, and `depth`
 * how many steps it is below the root.
 */
export type Make = (run: Run, room: number, depth: number) => unknown

/** Returns the makers of the parts of a value; a schema may contain itself. */
export interface Makers {
  /** Returns the maker of values that fit some schemas together. */
  of (schemas: readonly unknown[], options?: MakeOptions): Make
  /** Tells whether a member is absent in this direction, whatever else its schemas say. */
  isHidden (schemas: readonly unknown[]): boolean
}

/** The options of a maker beside its schemas. */
export interface MakeOptions {
  /** The lists of alternatives from which one has been chosen. */
  readonly decided?: ReadonlySet<object>
  /** The name of the value, and of the object that has it. */
  readonly naming?: Naming | undefined
}

/** The depth below which a value is as small as its schema allows. */
export const LEAN_DEPTH = 12

/** The depth below which there is no value: the schema has no end. */
export const END_DEPTH = 100

/** The same for values that break their schemas anyway. */
export const LENIENT_END_DEPTH = 24

/** Draws one of some things. */
export function pick<Thing> (things: readonly Thing[], random: Random): Thing | undefined {
  return things[random.below(things.length)]
}

/** The lengths that a text may have, both included. */
export interface Lengths {
  readonly shortest: number
  readonly longest: number
}
