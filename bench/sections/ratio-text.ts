import { spreadOf, spreadText } from '../report/spread.ts'
import type { Measurement } from './take-turns.ts'

/** Returns the spread of the ratios of a figure within each round: that of one contender ÷ that of another. */
export function ratioText (
  own: readonly Measurement[],
  other: readonly Measurement[],
  figureOf: (round: Measurement) => number
): string {
  return spreadText(spreadOf(own.map((round, index) => figureOf(round) / figureOf(other[index] ?? round))))
}
