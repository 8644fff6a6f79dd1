import { INTEGER_RANGES } from '../schemas/integer-ranges.ts'
import { isMultipleOf } from '../schemas/multiple-of.ts'
import type { Random } from '../worlds/random.ts'
import { commonMultiple } from './common-multiple.ts'
import { exclusionsOf } from './exclusions.ts'
import { highest, lowest } from './facets.ts'
import type { Facets } from './facets.ts'
import { largeNumberMaker } from './large-number-maker.ts'
import type { Make } from './make.ts'

/** The size of the range that numbers are drawn from: from 0 up, where the schemas allow. */
const SPAN = 1_000

/** How many numbers are drawn where some are excluded: floating point makes some products no multiple. */
const ATTEMPTS = 20

/** How many numbers are tried in their order, where none that was drawn fits. */
const MOST_TRIED = 2_000

/** The units of a value's budget that trying them costs. */
const LIST_UNITS = 200

/** Creates the maker of numbers that fit schemas. */
export function numberMaker (facets: Facets, isInteger: boolean): Make {
  const range = integerRangeOf(facets)
  const isWhole = isInteger || range !== undefined
  const factors = facets.map(({ multipleOf }) => multipleOf).filter(isPositive)
  const step = stepOf(factors, isWhole)
  const isContinuous = factors.length === 0 && !isWhole
  const bounding = [...facets, ...range ?? []]
  const { start, end } = boundsOf(bounding, step, isContinuous)
  if (isWhole && !(isSafe(start) && isSafe(end) && isSafe(step))) return largeNumberMaker(bounding, factors)
  const series = seriesOf({ start, end, step, isContinuous })
  const isExcluded = exclusionsOf(facets)
  const fits = (value: number): boolean => {
    return factors.every(factor => isMultipleOf(value, factor)) && isExcluded?.(value) !== true
  }
  return ({ budget, isLenient, random }) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const value = series.draw(random)
      if (isLenient || fits(value)) return value
    }
    return budget.take(LIST_UNITS) < LIST_UNITS ? undefined : series.list(random).find(fits)
  }
}

interface NumberRange {
  readonly start: number
  readonly end: number
  readonly step: number
  /** Whether the numbers between two steps are in it. */
  readonly isContinuous: boolean
}

/** The numbers of a range. */
interface Series {
  readonly draw: (random: Random) => number
  /** Lists some of them: the first ones, and any between the bounds. */
  readonly list: (random: Random) => number[]
}

function seriesOf ({ end, isContinuous, start, step }: NumberRange): Series {
  const first = Math.ceil(start / step - 1e-9)
  const last = Math.floor(end / step + 1e-9)
  const count = Math.max(1, Math.min(last - first + 1, SPAN / Math.min(1, step)))
  const at = (index: number): number => tidy((first + index) * step)
  const between = (share: number): number => tidy(start + (end - start) * share)
  // No hundredth may lie between the two bounds.
  const isNarrow = isContinuous && first * step > end
  return {
    draw: random => isNarrow ? between(0.5) : at(random.below(count)),
    list: random => {
      const numbers = isNarrow ? [] : Array.from({ length: Math.min(count, MOST_TRIED) }, (_item, index) => at(index))
      if (isContinuous) numbers.push(...Array.from({ length: ATTEMPTS }, () => between(random.fraction())))
      return numbers
    }
  }
}

/** Returns the bounds that integer formats set, as schemas; `undefined` where there is no such format. */
function integerRangeOf (facets: Facets): Facets | undefined {
  const ranges = facets.map(({ format }) => INTEGER_RANGES[String(format)]).filter(range => range !== undefined)
  if (ranges.length === 0) return undefined
  return ranges.map(({ least, most }) => ({ minimum: least, maximum: most }))
}

function isSafe (value: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER
}

function isPositive (value: unknown): value is number | bigint {
  return (typeof value === 'number' || typeof value === 'bigint') && value > 0
}

/** Returns the number of which all values are multiples: hundredths where nothing else is asked for. */
function stepOf (factors: ReadonlyArray<number | bigint>, isWhole: boolean): number {
  if (factors.length === 0) return isWhole ? 1 : 0.01
  return [...factors, ...isWhole ? [1] : []].map(Number).reduce(commonMultiple)
}

/** Rounds away the row of zeros and a digit in which a product of hundredths may end. */
function tidy (value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15))
}

/** Returns the range that numbers are drawn from, both ends included. */
function boundsOf (facets: Facets, step: number, isContinuous: boolean): { start: number, end: number } {
  const minimum = highest(facets, 'minimum') ?? -Infinity
  const maximum = lowest(facets, 'maximum') ?? Infinity
  const above = highest(facets, 'exclusiveMinimum')
  const below = lowest(facets, 'exclusiveMaximum')
  const aboveNext = above === undefined ? -Infinity : beyond(above, { step, isContinuous, other: below })
  const belowNext = below === undefined ? Infinity : beyond(below, { step: -step, isContinuous, other: above })
  const lower = Math.max(minimum, aboveNext)
  const upper = Math.min(maximum, belowNext)
  const span = SPAN * Math.max(1, step)
  const start = lower > 0 ? lower : startUpTo(upper, lower, span)
  return { start, end: Math.min(upper, start + span) }
}

/** Returns where a range starts that may begin below zero: at zero, or else as near to it as the upper bound allows. */
function startUpTo (upper: number, lower: number, span: number): number {
  return upper >= 0 ? Math.max(lower, 0) : Math.max(lower, upper - span)
}

interface Beyond {
  /** Negative for a bound from above. */
  readonly step: number
  readonly isContinuous: boolean
  /** The bound on the other side. */
  readonly other: number | undefined
}

/** Returns the first number past an exclusive bound. */
function beyond (bound: number, { isContinuous, step, other = bound + step * 4 }: Beyond): number {
  if (!isContinuous) {
    return step > 0 ? (Math.floor(bound / step) + 1) * step : (Math.ceil(bound / -step) - 1) * -step
  }
  return Math.abs(other - bound) > Math.abs(step) * 2 ? bound + step : bound + (other - bound) / 4
}
