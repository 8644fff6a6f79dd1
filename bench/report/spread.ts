/** The middle of some figures, and how far they lie apart. */
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

/** `0.62 (0.60–0.65)` */
export function spreadText ({ median, least, most }: Spread, digits = 2): string {
  return `${figure(median, digits)} (${figure(least, digits)}–${figure(most, digits)})`
}

/** A figure with a comma at every thousand. */
export function figure (value: number, digits = 0): string {
  return Number.isFinite(value)
    ? value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    : '–'
}
