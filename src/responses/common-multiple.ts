import { toDecimal } from '../schemas/multiple-of.ts'

/** Returns the least number that is a multiple of two others, which are above zero: 0.3 for 0.1 and 0.15. */
export function commonMultiple (a: number, b: number): number {
  const [digitsOfA, exponentOfA] = toDecimal(a)
  const [digitsOfB, exponentOfB] = toDecimal(b)
  const exponent = Math.min(exponentOfA, exponentOfB)
  const wholeA = digitsOfA * 10n ** BigInt(exponentOfA - exponent)
  const wholeB = digitsOfB * 10n ** BigInt(exponentOfB - exponent)
  return Number(`${wholeA / greatestDivisor(wholeA, wholeB) * wholeB}e${exponent}`)
}

/** Returns the greatest number of which two others, which are above zero, are multiples. */
export function greatestDivisor (a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b]
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest]
  return divisor
}
