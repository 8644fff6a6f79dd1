import { MAX_TESTS } from '../reports/test-report.ts'
import type { CoverageFilter } from './coverage-filter.ts'
import { describeUndelivered, isUndelivered, keyOf } from './find-undelivered.ts'
import type { Counted } from './findings.ts'
import type { ReportSource } from './report-source.ts'

/** Lists the callbacks that wait for another attempt. */
export function listWaiting ({ test, world }: CoverageFilter, { worlds }: ReportSource): Counted[] {
  const waiting = new Map<string, Counted & { count: number, readonly tests: string[] }>()
  for (const { name, store } of worlds) {
    if ((world ?? test ?? name) !== name) continue
    for (const delivery of store.deliveries()) {
      if (delivery.state !== 'waiting' || !isUndelivered(delivery)) continue
      const id = `undelivered ${keyOf(delivery)}`
      const known = waiting.get(id)
      if (known === undefined) {
        waiting.set(id, { kind: 'undelivered', id, ...describeUndelivered(delivery), count: 1, tests: [name] })
        continue
      }
      known.count++
      if (!known.tests.includes(name) && known.tests.length < MAX_TESTS) known.tests.push(name)
    }
  }
  return [...waiting.values()]
}
