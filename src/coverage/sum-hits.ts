import { MAX_TESTS } from '../reports/test-report.ts'
import type { Cell } from '../reports/test-report.ts'
import type { CoverageFilter } from './coverage-filter.ts'
import type { Hits } from './hits.ts'

/** How often each cell was touched, and by which tests. */
export interface HitSums {
  /** Returns the sum for a cell, by its number. */
  of (cell: number): Pick<Cell, 'hits' | 'tests'>
}

const NONE = { hits: 0, tests: [] }

/** Adds up the counts of all tests, or of those that a filter names. */
export function sumHits (hits: Hits, { test, world }: CoverageFilter): HitSums {
  const sums = new Map<number, { hits: number, readonly tests: Set<string> }>()
  const addTo = (cell: number, count: number): Set<string> => {
    let sum = sums.get(cell)
    if (sum === undefined) {
      sum = { hits: 0, tests: new Set() }
      sums.set(cell, sum)
    }
    sum.hits += count
    return sum.tests
  }
  for (const one of hits.tests()) {
    if ((world !== undefined && one.world !== world) || (test !== undefined && one.name !== test)) continue
    for (const [cell, count] of one.entries()) {
      const tests = addTo(cell, count)
      if (tests.size < MAX_TESTS) tests.add(one.name)
    }
  }
  if (world === undefined && test === undefined) {
    for (const [cell, count] of hits.others().entries()) addTo(cell, count)
  }
  return {
    of: cell => {
      const sum = sums.get(cell)
      return sum === undefined ? NONE : { hits: sum.hits, tests: [...sum.tests] }
    }
  }
}
