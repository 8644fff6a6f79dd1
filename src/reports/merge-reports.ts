import { MAX_TESTS } from './test-report.ts'
import type { Cell, Finding, TestReport } from './test-report.ts'

/** Merges reports of several servers or runs: cells and findings of the same id add up, checks stand side by side. */
export function mergeReports (first: TestReport, ...others: readonly TestReport[]): TestReport {
  const reports = [first, ...others]
  return {
    ...first,
    start: Math.min(...reports.map(({ start }) => start)),
    stop: Math.max(...reports.map(({ stop }) => stop)),
    cells: mergeById(reports.flatMap(({ cells }) => cells), addCells),
    findings: mergeById(reports.flatMap(({ findings }) => findings), addFindings),
    checks: reports.flatMap(({ checks }) => checks)
  }
}

function mergeById<T extends { readonly id: string }> (items: readonly T[], add: (one: T, other: T) => T): T[] {
  const byId = new Map<string, T>()
  for (const item of items) {
    const before = byId.get(item.id)
    byId.set(item.id, before === undefined ? item : add(before, item))
  }
  return [...byId.values()]
}

function addCells (one: Cell, other: Cell): Cell {
  return { ...other, ...one, hits: one.hits + other.hits, tests: joinTests(one.tests, other.tests) }
}

function addFindings (one: Finding, other: Finding): Finding {
  return { ...other, ...one, count: one.count + other.count, tests: joinTests(one.tests, other.tests) }
}

function joinTests (one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].slice(0, MAX_TESTS)
}
