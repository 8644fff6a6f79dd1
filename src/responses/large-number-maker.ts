import { toExactNumber } from '../exact-json.ts'
import { commonMultiple, greatestDivisor } from './common-multiple.ts'
import type { Facets } from './facets.ts'
import type { Make } from './make.ts'

/** The size of the range that numbers are drawn from, in multiples. */
const SPAN = 1_000n

/**
 * Creates the maker of whole numbers that fit schemas whose limits or multiples are past 2^53, where doubles leave
 * numbers out.
 */
export function largeNumberMaker (facets: Facets, factors: ReadonlyArray<number | bigint>): Make {
  const step = factors.map(toWhole).reduce((a, b) => a / greatestDivisor(a, b) * b, 1n)
  const lower = least(facets)
  const upper = most(facets)
  const start = startBetween(lower, upper, SPAN * step)
  const first = -divideDown(-start, step)
  const last = upper === undefined ? first + SPAN : divideDown(upper, step)
  const count = Number(bounded(last - first + 1n, 1n, SPAN))
  return ({ random }) => toExactNumber(String((first + BigInt(random.below(count))) * step))
}

/** Returns the least whole number that is a multiple of a number. */
function toWhole (factor: number | bigint): bigint {
  return typeof factor === 'bigint' ? factor : BigInt(commonMultiple(factor, 1))
}

/** Returns the least whole number that fits the limits from below; `undefined` where there are none. */
function least (facets: Facets): bigint | undefined {
  const limits = [
    ...numbersOf(facets, 'minimum').map(roundUp),
    ...numbersOf(facets, 'exclusiveMinimum').map(limit => -roundUp(-limit) + 1n)
  ]
  return limits.length === 0 ? undefined : limits.reduce((a, b) => a > b ? a : b)
}

/** Returns the largest whole number that fits the limits from above; `undefined` where there are none. */
function most (facets: Facets): bigint | undefined {
  const limits = [
    ...numbersOf(facets, 'maximum').map(limit => -roundUp(-limit)),
    ...numbersOf(facets, 'exclusiveMaximum').map(limit => roundUp(limit) - 1n)
  ]
  return limits.length === 0 ? undefined : limits.reduce((a, b) => a < b ? a : b)
}

function numbersOf (facets: Facets, keyword: string): Array<number | bigint> {
  return facets.map(facet => facet[keyword]).filter(value => typeof value === 'bigint' || Number.isFinite(value)) as
    Array<number | bigint>  // `isFinite` is true for numbers only
}

function roundUp (limit: number | bigint): bigint {
  return typeof limit === 'bigint' ? limit : BigInt(Math.ceil(limit))
}

/** Returns where a range starts: at zero, or as near to it as the limits allow. */
function startBetween (lower: bigint | undefined, upper: bigint | undefined, span: bigint): bigint {
  if (lower !== undefined && lower > 0n) return lower
  if (upper === undefined || upper >= 0n) return 0n
  return lower === undefined || upper - span > lower ? upper - span : lower
}

function divideDown (value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor
  return value < 0n && quotient * divisor !== value ? quotient - 1n : quotient
}

function bounded (value: bigint, lowest: bigint, highest: bigint): bigint {
  if (value < lowest) return lowest
  return value > highest ? highest : value
}
