/** The median of some figures, with the least and the most. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

export function spreadOf (figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  const lower = sorted.length % 2 === 1 ? upper : sorted[middle - 1] ?? NaN
  return { median: (lower + upper) / 2, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN }
}

/** Formats a spread: `0.62 (0.60–0.65)`. */
export function spreadText ({ median, least, most }: Spread, digits = 2): string {
  return `${figure(median, digits)} (${figure(least, digits)}–${figure(most, digits)})`
}

/** Formats a figure with a comma at every thousand. */
export function figure (value: number, digits = 0): string {
  if (!Number.isFinite(value)) return '–'
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
