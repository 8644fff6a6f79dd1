import type { SourceName } from '../messages/message.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { Sample } from './family.ts'
import { Histogram } from './histogram.ts'

/** The places of the sources in an array of counts. */
const PLACES: Readonly<Record<SourceName, number>> = {
  stub: 0,
  module: 1,
  simulation: 2,
  fixture: 3,
  example: 4,
  generated: 5,
  refusal: 6,
  proxy: 7
}

const SOURCES = Object.keys(PLACES)

/** The first digits of statuses. */
const CLASSES = [1, 2, 3, 4, 5] as const

/** Counts the requests to one operation, or to none. */
export class OperationMetrics {
  readonly #operation: string
  /** The counts of the sources, for each class of statuses. */
  readonly #requests = new Float64Array(CLASSES.length * SOURCES.length)
  readonly #durations = new Histogram()
  #requestViolations = 0
  #responseViolations = 0

  constructor (operation: string) {
    this.#operation = operation
  }

  count ({ requestViolations, responseViolations, source, status, tookMs }: Exchange): void {
    const statusClass = Math.min(Math.max(Math.floor(status / 100), 1), CLASSES.length)
    const place = (statusClass - 1) * SOURCES.length + PLACES[source]
    this.#requests[place] = (this.#requests[place] ?? 0) + 1
    this.#durations.observe(tookMs / 1_000)
    this.#requestViolations += requestViolations.length
    this.#responseViolations += responseViolations.length
  }

  /** Lists how many requests there were, without the combinations that did not occur. */
  requests (): Sample[] {
    const samples: Sample[] = []
    for (const [place, value] of this.#requests.entries()) {
      if (value === 0) continue
      const status = `${CLASSES[Math.floor(place / SOURCES.length)]}xx`
      const source = SOURCES[place % SOURCES.length] ?? ''
      samples.push({ labels: { operation: this.#operation, status, source }, value })
    }
    return samples
  }

  durations (): Sample[] {
    return this.#durations.samples({ operation: this.#operation })
  }

  violations (): Sample[] {
    const operation = this.#operation
    return [
      { labels: { operation, side: 'request' }, value: this.#requestViolations },
      { labels: { operation, side: 'response' }, value: this.#responseViolations }
    ]
  }
}
