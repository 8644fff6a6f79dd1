import type { Cell, Check, Finding, TestReport } from '../../src/reports/test-report.ts'

type Given<T> = Partial<T> & { readonly name: string }

/** A cell that nothing touched, of the operation `tally.addReport` where nothing else is given. */
export function cellOf (given: Given<Cell>): Cell {
  const { api = 'tally', dimension = 'responses', operation = `${api}.addReport`, name } = given
  return { id: `${operation} ${dimension} ${name}`, dimension, api, operation, hits: 0, tests: [], ...given }
}

/** A violation that came once. */
export function findingOf (given: Partial<Finding> & { readonly message: string }): Finding {
  const { kind = 'violations', message } = given
  return { kind, id: `${kind} ${message}`, count: 1, tests: [], ...given }
}

/** A step that passed. */
export function checkOf (given: Given<Check>): Check {
  return { suite: 'report-to-ready', result: 'passed', tookMs: 12, ...given }
}

/** A report of a minute. */
export function reportOf (given: Partial<TestReport> = {}): TestReport {
  return {
    version: 1,
    tool: { name: 'standin', version: '1.2.3' },
    start: Date.UTC(2026, 0, 1),
    stop: Date.UTC(2026, 0, 1, 0, 1),
    cells: [],
    findings: [],
    checks: [],
    ...given
  }
}
