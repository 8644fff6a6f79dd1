import { MAX_TESTS } from '../reports/test-report.ts'
import type { CoverageFilter } from './coverage-filter.ts'
import type { Counted } from './findings.ts'
import type { ReportSource } from './report-source.ts'
import { StubUses } from './stub-uses.ts'

/** Lists the stubs that no request has used, of living and ended worlds. */
export function listUnusedStubs (
  { test, world }: CoverageFilter,
  { definitions, stubs, worlds }: ReportSource
): Counted[] {
  const all = new StubUses(stubs.list())
  for (const one of worlds) all.record(one)
  const name = world ?? test
  const unused = all.list().filter(use => name === undefined ? !use.isUsed : use.worlds.get(name) === false)
  return unused.map(({ count, key, message, operation, worlds }) => {
    const owner = definitions.contracts.flatMap(({ operations }) => operations).find(({ id }) => id === operation)
    return {
      kind: 'unused-stubs',
      id: `unused-stubs ${operation} ${key}`,
      ...owner !== undefined && { api: owner.api, operation },
      message,
      count,
      tests: [...worlds.keys()].slice(0, MAX_TESTS)
    }
  })
}
