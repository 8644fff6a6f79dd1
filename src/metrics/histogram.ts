import type { Labels, Sample } from './family.ts'

/** The upper bounds of the buckets, in seconds: most responses take less than a millisecond. */
export const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** Counts durations by how long they are. */
export class Histogram {
  /** How many are in each bucket alone; the last has those that are longer than all bounds. */
  readonly #counts = new Float64Array(BOUNDS.length + 1)
  #sum = 0

  observe (seconds: number): void {
    let bucket = 0
    while (bucket < BOUNDS.length && seconds > (BOUNDS[bucket] ?? Infinity)) bucket++
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1
    this.#sum += seconds
  }

  /** Lists its values: those of a bucket include the shorter durations, as the format has them. */
  samples (labels: Labels = {}): Sample[] {
    const samples: Sample[] = []
    let count = 0
    for (const [bucket, own] of this.#counts.entries()) {
      count += own
      samples.push({ suffix: '_bucket', labels: { ...labels, le: boundText(bucket) }, value: count })
    }
    samples.push({ suffix: '_sum', labels, value: this.#sum })
    samples.push({ suffix: '_count', labels, value: count })
    return samples
  }
}

/** Returns the bound of a bucket as both formats read it: OpenMetrics has numbers with a point. */
function boundText (bucket: number): string {
  const bound = BOUNDS[bucket]
  if (bound === undefined) return '+Inf'
  return Number.isInteger(bound) ? `${bound}.0` : String(bound)
}
