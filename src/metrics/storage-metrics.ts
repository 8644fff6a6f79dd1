import type { SaveObserver } from '../storage/save-queue.ts'
import { singleValue } from './family.ts'
import type { Family } from './family.ts'
import { Histogram } from './histogram.ts'

/** Counts how worlds are saved. */
export class StorageMetrics implements SaveObserver {
  readonly #durations = new Histogram()
  #failures = 0

  saved (tookMs: number): void {
    this.#durations.observe(tookMs / 1_000)
  }

  failed (): void {
    this.#failures++
  }

  /** Lists its metrics; `isUp` tells whether worlds can be kept now. */
  families (isUp: boolean): Family[] {
    const help = 'Whether worlds can be kept now: 1, or 0 where they cannot.'
    return [
      {
        name: 'standin_storage_save_duration_seconds',
        help: 'How long it took to save the changes of a world.',
        type: 'histogram',
        samples: this.#durations.samples()
      },
      singleValue('counter', 'standin_storage_failures', 'Changes of worlds that could not be saved.', this.#failures),
      singleValue('gauge', 'standin_storage_up', help, isUp ? 1 : 0)
    ]
  }
}
